import { describe, expect, it } from 'vitest';
import { arxivPaperId } from '@/utils/domain/paper-id';
import type { RuleAction } from '@/utils/domain/rule';
import { conceals, type Evidence, explain, type RuleMatch, verdict } from '@/utils/domain/verdict';

const id = arxivPaperId('2401.00001');
if (!id) throw new Error('the test has a wrong identifier');

function match(action: RuleAction, enabled = true): RuleMatch {
  const rule = { id: action, query: action, action, sites: [], enabled, createdAt: '' };
  return { rule, words: [action] };
}

const PLAIN: Evidence = {
  id,
  matches: [],
  saved: false,
  hiddenByHand: false,
  seenBefore: false,
  seenAction: 'leave',
  paused: false,
  shownAnyway: false,
};

function judged(changes: Partial<Evidence>): string {
  return verdict({ ...PLAIN, ...changes }).kind;
}

describe('the verdict on a card', () => {
  it('is to show what no rule matches', () => {
    expect(judged({})).toBe('show');
  });

  it('goes to the strongest rule: pin over hide over collapse over dim over highlight', () => {
    const order: RuleAction[] = ['highlight', 'dim', 'collapse', 'hide', 'pin'];
    for (let known = 1; known <= order.length; known += 1) {
      const matches = order.slice(0, known).map((action) => match(action));
      expect(judged({ matches })).toBe(order[known - 1]);
      expect(judged({ matches: matches.toReversed() })).toBe(order[known - 1]);
    }
  });

  it('never hides a saved paper by a rule, but may highlight it', () => {
    expect(judged({ saved: true, matches: [match('hide'), match('collapse')] })).toBe('show');
    expect(judged({ saved: true, matches: [match('hide'), match('highlight')] })).toBe('highlight');
  });

  it('leaves the other rules of a saved paper in force, and the strongest of them decides', () => {
    expect(judged({ saved: true, matches: [match('hide'), match('pin')] })).toBe('pin');
    expect(judged({ saved: true, matches: [match('collapse'), match('dim')] })).toBe('dim');
  });

  it('obeys the hand that hides one paper, saved or not', () => {
    expect(judged({ hiddenByHand: true })).toBe('collapse');
    expect(judged({ hiddenByHand: true, saved: true })).toBe('collapse');
    expect(judged({ hiddenByHand: true, matches: [match('pin')] })).toBe('collapse');
  });

  it('shows everything while hiding is paused, and what the reader asked to see', () => {
    const all = { hiddenByHand: true, matches: [match('hide')] };
    expect(judged({ ...all, paused: true })).toBe('show');
    expect(judged({ ...all, shownAnyway: true })).toBe('show');
  });

  it('takes no notice of a rule that is off', () => {
    expect(judged({ matches: [match('hide', false)] })).toBe('show');
  });

  it('leaves alone what a rule’s unless names; other rules still act', () => {
    const spared = { ...match('hide'), unless: ['survey'] };
    expect(judged({ matches: [spared] })).toBe('show');
    expect(judged({ matches: [spared, match('dim')] })).toBe('dim');
  });

  it('does with seen papers what the reader chose, unless a rule decides or they are saved', () => {
    expect(judged({ seenBefore: true })).toBe('show');
    expect(judged({ seenBefore: true, seenAction: 'dim' })).toBe('dim');
    expect(judged({ seenBefore: true, seenAction: 'collapse' })).toBe('collapse');
    expect(judged({ seenBefore: true, seenAction: 'collapse', saved: true })).toBe('show');
    expect(judged({ seenBefore: true, seenAction: 'dim', matches: [match('pin')] })).toBe('pin');
    expect(judged({ seenBefore: false, seenAction: 'collapse' })).toBe('show');
  });

  it('is explained by every rule that matched, and by what would be without the exceptions', () => {
    const explained = explain({
      ...PLAIN,
      saved: true,
      matches: [{ ...match('hide'), unless: ['survey'] }, match('collapse'), match('dim')],
    });
    expect(explained.rules.map(({ obstacle }) => obstacle)).toEqual(['unless', 'saved', undefined]);
    expect(explained.verdict.kind).toBe('dim');
    expect(explained.without).toMatchObject({ kind: 'hide', because: { words: ['hide'] } });
  });

  it('names the rule and the words that decided', () => {
    const decided = verdict({ ...PLAIN, matches: [match('dim'), match('collapse')] });
    expect(decided.because?.rule.query).toBe('collapse');
    expect(conceals(decided)).toBe(true);
  });
});
