import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whyFinder } from '@/utils/query/why-found';

const SHOWN = { title: 'Paper boats', byline: 'A. Brook', tags: ['thesis'] };
const LONG = `${'Many a word comes first. '.repeat(8)}We fold tidal maps and count them. ${'More words follow. '.repeat(20)}`;

describe('the passage that says why a paper was found', () => {
  it('is the one around the words in its abstract, cut between words', () => {
    const passage = whyFinder('tidal map')?.({ ...SHOWN, abstract: LONG });
    expect(passage).toMatch(/^… \S.*We fold tidal maps and count them\. .*\S …$/);
    expect(passage?.length).toBeLessThan(220);
  });

  it('is taken from a note before an abstract', () => {
    const told = { ...SHOWN, abstract: 'Tidal maps.', note: 'Ask about tidal maps.' };
    expect(whyFinder('tidal')?.(told)).toBe('Ask about tidal maps.');
    expect(whyFinder('abstract:tidal')?.(told)).toBe('Tidal maps.');
  });

  it('is left out where the row says so itself', () => {
    const told = {
      ...SHOWN,
      venue: 'Boat Days',
      abstract: 'Boats of paper by Brook, a thesis of days.',
    };
    for (const query of ['boat', 'brook', 'thesis', 'days']) {
      expect(whyFinder(query)?.(told), query).toBeUndefined();
    }
    expect(whyFinder('paper of')?.(told)).toBe('Boats of paper by Brook, a thesis of days.');
  });

  it('is where the word stands by itself, and not within another', () => {
    const abstract = `We start here. ${'More words follow. '.repeat(20)}This is the art of it.`;
    expect(whyFinder('art ')?.({ ...SHOWN, abstract })).toMatch(/the art of it\.$/);
  });

  it('is cut before the words also where nothing has blanks', () => {
    const note = `${'量子重力'.repeat(150)}学习${'研究'.repeat(150)}`;
    const passage = whyFinder('学习 ')?.({ ...SHOWN, note }) ?? '';
    expect(passage).toContain('学习');
    expect(passage.length).toBeLessThan(220);
  });

  it('is asked for by words alone', () => {
    for (const query of ['', 'is:read', '#thesis', 'author:brook', 'title:boat', '-tidal']) {
      expect(whyFinder(query), query).toBeUndefined();
    }
  });

  it('is part of the text, whatever the text and wherever the words', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 300 }), (before, after) => {
        const abstract = `${before} tidal ${after}`;
        const passage = whyFinder('tidal')?.({ ...SHOWN, abstract });
        const bare = passage?.replace(/^… | …$/g, '') ?? '';
        expect(abstract.replace(/\s+/g, ' ')).toContain(bare);
        expect(passage).toContain('tidal');
      }),
    );
  });
});
