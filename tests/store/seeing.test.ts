import { describe, expect, it } from 'vitest';
import { MINUTE, id, openLibrary, reading } from './open-library';

const SITE = 'huggingface';
const A = reading('2611.00001');
const B = reading('2611.00002');
const SANDBOX = reading('2613.00001');

describe('what was seen', () => {
  it('is new on its first visit, however often the page is read, and seen on the next', async () => {
    const { library, clock } = openLibrary();
    const [first] = (await library.see(SITE, [A])).statuses;
    expect(first?.seenBefore).toBeUndefined();
    clock.now += 20 * MINUTE;
    const [again] = (await library.see(SITE, [A])).statuses;
    expect(again?.seenBefore).toBeUndefined();
    clock.now += 31 * MINUTE;
    const [later] = (await library.see(SITE, [A])).statuses;
    expect(later?.seenBefore).toBe('2026-11-23T08:00:00.000Z');
  });

  it('on one site counts as seen on another', async () => {
    const { library, clock } = openLibrary();
    await library.see(SITE, [A]);
    clock.now += 120 * MINUTE;
    const [status] = (await library.see('arxiv', [A])).statuses;
    expect(status?.seenBefore).toBe('2026-11-23T08:00:00.000Z');
  });

  it('is told with what the paper’s own page claims, on sites too that do not show it', async () => {
    const { library } = openLibrary();
    const comment = 'Accepted at EMNLP 2026. Code: https://github.com/example/lanterns';
    const shown = {
      paper: { ...A.paper, comment },
      sources: { ...A.sources, comment: 'page' as const },
    };
    await library.see('arxiv', [shown]);
    const [status] = (await library.see(SITE, [A])).statuses;
    expect(status?.claims).toMatchObject([
      { kind: 'accepted', venue: 'EMNLP 2026', year: '2026' },
      { kind: 'code', url: 'https://github.com/example/lanterns' },
    ]);
  });

  it('is answered for in the order asked, with the rules and tags in force', async () => {
    const { library } = openLibrary();
    await library.tag(A, 'kept');
    await library.hide(B);
    await library.note(A, 'a thought');
    await library.addRule({ query: 'diffusion', action: 'collapse', sites: [] });
    const seen = await library.see(SITE, [B, A, B]);
    expect(seen.statuses.map((status) => status.id)).toEqual(
      [B, A, B].map(({ paper }) => paper.id),
    );
    expect(seen.statuses[0]).toMatchObject({ hidden: true });
    expect(seen.statuses[1]).toMatchObject({ note: 'a thought', entry: { tags: ['kept'] } });
    expect(seen.rules).toMatchObject([{ query: 'diffusion', enabled: true }]);
    expect(seen.tags).toMatchObject([{ name: 'kept', count: 1 }]);
    expect(seen.paused).toBe(false);
  });

  it('is not a saved paper', async () => {
    const { library } = openLibrary();
    await library.see(SITE, [A, B]);
    expect((await library.find({ query: '', limit: 5 })).total).toBe(0);
    expect(await library.history(5)).toEqual([]);
  });

  it('tells a new page that all rules are paused', async () => {
    const { library, told } = openLibrary();
    await library.setPaused(true);
    expect(told).toEqual([{ ids: [], rules: true }]);
    expect((await library.see(SITE, [A])).paused).toBe(true);
    await library.setPaused(false);
    expect((await library.see(SITE, [A])).paused).toBe(false);
  });
});

describe('clearing the sandbox', () => {
  it('takes its papers and rules away and leaves all others', async () => {
    const { library } = openLibrary();
    await library.tag(SANDBOX, 'tried');
    await library.hide(reading('2613.00002'));
    await library.addRule({ query: 'boats', action: 'collapse', sites: ['sandbox'] });
    await library.tag(A, 'kept');
    await library.hide(B);
    const kept = await library.addRule({ query: 'tides', action: 'collapse', sites: [SITE] });

    await library.clearSandbox();
    expect((await library.find({ query: '', limit: 5 })).rows.map((row) => row.id)).toEqual([
      id('2611.00001'),
    ]);
    expect(await library.rules()).toEqual([kept.rule]);
    const hidden = (await library.known([id('2613.00002'), id('2611.00002')])).statuses;
    expect(hidden.map((status) => status.hidden)).toEqual([false, true]);
  });

  it('is one change, and can be undone', async () => {
    const { library } = openLibrary();
    await library.tag(SANDBOX, 'tried');
    await library.addRule({ query: 'boats', action: 'collapse', sites: ['sandbox'] });
    const { operation } = await library.clearSandbox();
    await library.undo(operation);
    expect((await library.find({ query: '#tried', limit: 5 })).total).toBe(1);
    expect(await library.rules()).toHaveLength(1);
  });

  it('does nothing where nothing was tried', async () => {
    const { library } = openLibrary();
    await library.save(A);
    expect(await library.clearSandbox()).toEqual({});
    expect(await library.history(5)).toHaveLength(1);
  });
});
