import { describe, expect, it } from 'vitest';
import type { RuleDraft } from '@/utils/domain/rule';
import { breakageOf } from '@/utils/query/rules';
import { type Opened, MINUTE, id, openLibrary, reading } from './open-library';

const DAY = 24 * 60 * MINUTE;
const PAPERS = [
  reading('2611.00001', {
    title: 'Lantern Networks for Kites',
    abstract: 'We light kites.',
    authors: ['Ada Example', 'Geoffrey E. Hinton'],
    organization: 'Kite Institute',
    primaryCategory: 'cs.LG',
    categories: ['cs.LG', 'stat.ML'],
  }),
  reading('2611.00002', { title: 'Paper Boats with Lantern Networks', authors: ['Ada Example'] }),
  reading('2611.00003', { title: 'Copper Graphs', abstract: 'Graphs of GPT-4 and copper.' }),
];
const IDS = PAPERS.map(({ paper }) => paper.id);
const DRAFT: RuleDraft = { query: 'lantern', action: 'collapse', sites: [] };

async function opened(): Promise<Opened> {
  const all = openLibrary();
  await all.library.see('huggingface', PAPERS);
  return all;
}

describe('rules', () => {
  it('are kept with all the reader decided, and changed field by field', async () => {
    const { library } = openLibrary();
    const { rule } = await library.addRule({
      ...DRAFT,
      action: 'dim',
      unless: 'survey',
      expiresAt: '2026-11-30T00:00:00.000Z',
      note: 'until the deadline',
    });
    expect((await library.rules())[0]).toEqual(rule);
    expect(rule).toMatchObject({ unless: 'survey', note: 'until the deadline', enabled: true });
    await library.editRule(rule.id, { unless: null, expiresAt: null, action: 'hide' });
    const [changed] = await library.rules();
    expect(changed).toMatchObject({ action: 'hide', note: 'until the deadline' });
    expect(changed).not.toHaveProperty('unless');
    expect(changed).not.toHaveProperty('expiresAt');
    await library.undo();
    expect((await library.rules())[0]).toEqual(rule);
  });

  it('of a pack come and go as one, and back with one undo', async () => {
    const { library } = openLibrary();
    await library.addRule(DRAFT);
    await library.addRules(
      [
        { ...DRAFT, query: 'kites' },
        { ...DRAFT, query: 'boats' },
      ],
      'Toys',
    );
    const pack = (await library.rules()).filter((rule) => rule.pack === 'Toys');
    expect(pack.map(({ query }) => query)).toEqual(['kites', 'boats']);
    await library.removeRules(pack.map((rule) => rule.id));
    expect((await library.rules()).map(({ query }) => query)).toEqual(['lantern']);
    await library.undo();
    expect(await library.rules()).toHaveLength(3);
    await library.undo();
    expect((await library.rules()).map(({ query }) => query)).toEqual(['lantern']);
  });

  it('stored by another version or by hand do nothing, say so, and can be mended', async () => {
    const { db, library } = openLibrary();
    const plain = { sites: [], enabled: true, createdAt: '2026-01-01T00:00:00.000Z' };
    const strange: unknown[] = [
      { ...plain, id: 'a', query: 'lantern', action: 'vanish' },
      { ...plain, id: 'b', query: { all: ['lantern'] }, action: 'hide' },
      { ...plain, id: 'c', query: 'lantern', action: 'hide', unless: 7 },
      { ...plain, id: 'd', query: 'lantern', action: 'hide', sites: 'everywhere' },
      { ...plain, id: 'e', query: 'lantern', action: 'hide', expiresAt: 'soon' },
      { ...plain, id: 'f', query: 'lantern (', action: 'hide' },
      { id: 'g' },
    ];
    for (const row of strange) await db.table('rules').put(row);
    const rules = await library.rules();
    expect(rules.map((rule) => breakageOf(rule)?.part).sort()).toEqual(
      ['action', 'query', 'unless', 'sites', 'expiresAt', 'query', 'query'].sort(),
    );
    await library.editRule('a', { action: 'hide' });
    const mended = (await library.rules()).find((rule) => rule.id === 'a');
    expect(mended && breakageOf(mended)).toBeUndefined();
  });

  it.each([
    [{ query: '  ' }, 'words to look for'],
    [{ query: 'x'.repeat(1_001) }, 'room for 1000'],
    [{ action: 'vanish' }, 'hides, collapses'],
    [{ expiresAt: 'soon' }, 'ends on a day'],
  ])('are refused when they are none: %j', async (fields, reason) => {
    const { library } = openLibrary();
    const draft = { ...DRAFT, ...fields } as RuleDraft;
    await expect(library.addRule(draft)).rejects.toThrow(reason);
    expect(await library.rules()).toEqual([]);
  });
});

describe('the record of a rule', () => {
  it('counts papers once, what was shown anyway, and what is saved now', async () => {
    const { library, clock } = await opened();
    const { rule } = await library.addRule(DRAFT);
    const [first, second] = IDS.map((paper) => ({ rule: rule.id, id: paper, hidden: true }));
    if (!first || !second) throw new Error('no papers');
    await library.noteHits([first, second]);
    clock.now += 2 * DAY;
    await library.noteHits([
      first,
      { ...second, shown: true },
      { ...first, id: id('2611.00003'), hidden: false },
    ]);
    await library.noteHits([second, { ...second, hidden: false }]);
    await library.save(second.id);
    expect(await library.ruleRecords()).toEqual([
      {
        rule: rule.id,
        matched: 3,
        hidden: 2,
        shown: 1,
        saved: 1,
        lastMatch: '2026-11-25T08:00:00.000Z',
      },
    ]);
  });

  it('looks back 30 days, and remembers the last match for longer', async () => {
    const { library, clock } = await opened();
    const { rule } = await library.addRule(DRAFT);
    await library.noteHits([{ rule: rule.id, id: id('2611.00001'), hidden: true }]);
    clock.now += 31 * DAY;
    expect(await library.ruleRecords()).toMatchObject([
      { matched: 0, hidden: 0, lastMatch: '2026-11-23T08:00:00.000Z' },
    ]);
    await library.addRule({ ...DRAFT, query: 'nothing' });
    expect(await library.ruleRecords()).toHaveLength(1);
  });

  it('takes no harm from what a page makes up', async () => {
    const { library } = await opened();
    const made = [null, 7, { rule: 'x' }, { rule: 'x', id: 'nonsense' }, { id: IDS[0] }];
    await library.noteHits(made as never);
    expect(await library.ruleRecords()).toEqual([]);
  });
});

describe('the reach of a query', () => {
  it('is how many papers of the last 30 days it matches, and how many of these are saved', async () => {
    const { library, clock } = await opened();
    await library.save(id('2611.00002'));
    expect(await library.reachOf(['lantern', 'copper or kites', '/gpt-?4/', 'lantern ('])).toEqual([
      { seen: 2, saved: 1 },
      { seen: 2, saved: 0 },
      { seen: 1, saved: 0 },
      { seen: 0, saved: 0 },
    ]);
    clock.now += 31 * DAY;
    expect(await library.reachOf(['lantern'])).toEqual([{ seen: 0, saved: 0 }]);
  });

  it('of patterns names the papers that hold them in title or abstract', async () => {
    const { library } = await opened();
    expect(await library.patternsIn(['/gpt-?4/', 'title:/^paper/', 'words'], IDS)).toEqual([
      [id('2611.00003')],
      [id('2611.00002')],
      [],
    ]);
  });
});

describe('names to suggest', () => {
  it('are those of papers seen and tags in use, the most used first', async () => {
    const { library } = await opened();
    await library.tag(id('2611.00001'), 'to read');
    await library.tag(id('2611.00002'), 'toys');
    await library.tag(id('2611.00003'), 'toys');
    const ask = async (...asked: Parameters<typeof library.suggest>): Promise<string[]> =>
      (await library.suggest(...asked)).map(({ name, count }) => `${name} ${count}`);
    expect(await ask('tag', 'to')).toEqual(['toys 2', 'to read 1']);
    expect(await ask('author', 'hin')).toEqual(['Geoffrey E. Hinton 1']);
    expect(await ask('author', '')).toEqual(['Ada Example 2', 'Geoffrey E. Hinton 1']);
    expect(await ask('cat', 'cs')).toEqual(['cs.LG 1']);
    expect(await ask('primary', 'lg')).toEqual(['cs.LG 1']);
    expect(await ask('org', 'insti')).toEqual(['Kite Institute 1']);
  });
});

describe('topics of a paper', () => {
  it('are phrases of it, then its organisation and its category', async () => {
    const { library } = await opened();
    const topics = await library.topics(id('2611.00001'), IDS);
    expect(topics.slice(0, 1)).toEqual(['"lantern networks"']);
    expect(topics.slice(-2)).toEqual(['org:"Kite Institute"', 'cat:cs.lg']);
    expect(topics.length).toBeLessThanOrEqual(5);
  });

  it('include an author where nothing else is known', async () => {
    const { library } = await opened();
    expect(await library.topics(id('2611.00002'), IDS)).toContain('author:"Ada Example"');
  });
});

describe('a visit', () => {
  it('knows when the one before it ended', async () => {
    const { library, clock } = openLibrary();
    expect((await library.see('huggingface', PAPERS)).lastVisit).toBeUndefined();
    clock.now += 10 * MINUTE;
    expect((await library.see('huggingface', PAPERS)).lastVisit).toBeUndefined();
    clock.now += 180 * MINUTE;
    expect((await library.see('huggingface', PAPERS)).lastVisit).toBe('2026-11-23T08:10:00.000Z');
    clock.now += 10 * MINUTE;
    expect((await library.see('huggingface', PAPERS)).lastVisit).toBe('2026-11-23T08:10:00.000Z');
    expect((await library.see('arxiv', PAPERS)).lastVisit).toBeUndefined();
  });

  it('leaves seen papers alone until the reader says otherwise', async () => {
    const { library } = openLibrary();
    expect((await library.known([])).seenAction).toBe('leave');
    await library.setSeenAction('dim');
    expect((await library.known([])).seenAction).toBe('dim');
    await expect(library.setSeenAction('burn' as never)).rejects.toThrow('left, dimmed');
  });
});
