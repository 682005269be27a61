import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CITE_DEFAULTS } from '@/utils/domain/citing';
import { type PaperId, doiPaperId } from '@/utils/domain/paper-id';
import { id, openLibrary, reading } from './open-library';

const [A, B] = ['2611.00001', '2611.00002'].map((name) =>
  reading(name, { authors: ['Ada Example'] }),
) as [ReturnType<typeof reading>, ReturnType<typeof reading>];
const [ID_A, ID_B] = [A.paper.id, B.paper.id];

async function keysOf({ library }: ReturnType<typeof openLibrary>): Promise<string> {
  return (await library.bibtex([ID_A, ID_B])).text;
}

describe('citation keys', () => {
  it('are nobody else’s, however alike names are and however many get one at once', async () => {
    const batches = fc.array(
      fc.array(fc.constantFrom('Li', 'Lia', 'Liab', 'Lib', 'L'), { minLength: 1, maxLength: 9 }),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(batches, fc.constantFrom('Lia', 'Libb', 'lic'), async (names, chosen) => {
        const { library, db } = openLibrary();
        let count = 0;
        for (const batch of names) {
          const ids: PaperId[] = [];
          for (const name of batch) {
            const one = reading(`2611.${String((count += 1)).padStart(5, '0')}`, {
              authors: [name],
            });
            await library.save(one);
            ids.push(one.paper.id);
          }
          await library.pinKeys(ids);
          await library.setKeys([{ id: id('2611.00001'), after: chosen }]).catch(() => undefined);
        }
        const keys = (await db.papers.toArray()).map(({ citationKey = '' }) => citationKey);
        expect(keys).toHaveLength(count);
        expect(new Set(keys.map((key) => key.toLowerCase())).size).toBe(count);
      }),
      { numRuns: 40 },
    );
  });

  it('stay what they are when names are corrected, and are made anew on command alone', async () => {
    const opened = openLibrary();
    const { library } = opened;
    await library.save(A);
    await library.save(B);
    expect(await keysOf(opened)).toBe('Example[]\nExamplea[]');
    await library.editPaper(ID_A, { authors: ['Ada Sample'] });
    expect(await keysOf(opened)).toBe('Example[]\nExamplea[]');
    const proposals = await library.previewKeys([ID_A, ID_B]);
    expect(proposals).toMatchObject([{ id: ID_A, before: 'Example', after: 'Sample' }]);
    const { operation } = await library.setKeys(proposals);
    expect(await keysOf(opened)).toBe('Sample[]\nExamplea[]');
    await library.undo(operation);
    expect(await keysOf(opened)).toBe('Example[]\nExamplea[]');
  });

  it('of one paper are never given to another, also when it has a new one', async () => {
    const opened = openLibrary();
    const { library } = opened;
    await library.save(A);
    await library.bibtex([ID_A]);
    await library.setKeys([{ id: ID_A, after: 'mine' }]);
    await library.save(B);
    expect(await keysOf(opened)).toBe('mine[]\nExamplea[]');
    await expect(library.setKeys([{ id: ID_B, after: 'MINE' }])).rejects.toThrow('another paper');
    await library.setKeys([{ id: ID_A, after: 'Example' }]);
    expect(await keysOf(opened)).toBe('Example[]\nExamplea[]');
  });

  it.each(['', 'a b', 'a,b', 'a}b', '%a', 'a\\b', 'é'])('are not %j', async (after) => {
    const { library } = openLibrary();
    await library.save(A);
    await expect(library.setKeys([{ id: ID_A, after }])).rejects.toThrow('A citation key has');
  });
});

describe('how citations are written', () => {
  it('is what the reader chose, and what it was at first where that makes no sense', async () => {
    const { library } = openLibrary();
    expect(await library.citeOptions()).toEqual(CITE_DEFAULTS);
    await library.setCiteOptions({ ...CITE_DEFAULTS, preset: 'arxiv', mostAuthors: 3 });
    expect(await library.citeOptions()).toMatchObject({ preset: 'arxiv', mostAuthors: 3 });
    await library.setCiteOptions({ preset: 'odd', mostAuthors: -1, keyTemplate: 7 } as never);
    expect(await library.citeOptions()).toEqual(CITE_DEFAULTS);
  });

  it('may tell of the published version, paper by paper, with one undo', async () => {
    const { library } = openLibrary();
    await library.save(A);
    await library.save(B);
    const { operation } = await library.citePublication([ID_A, ID_B], true);
    expect((await library.details(ID_A))?.row.citesPublication).toBe(true);
    await library.setState(ID_A, 'read');
    expect((await library.details(ID_A))?.row.citesPublication).toBe(true);
    await library.undo(operation);
    expect((await library.details(ID_A))?.row.citesPublication).toBeUndefined();
  });

  it('knows what stands in the reader’s own file', async () => {
    const { library, told } = openLibrary();
    await library.see('huggingface', [A, B]);
    await library.setCited([{ id: ID_A, key: 'example2026' }]);
    expect(told.at(-1)?.rules).toBe(true);
    const { statuses } = await library.known([ID_A, ID_B]);
    expect(statuses.map(({ citedAs }) => citedAs)).toEqual(['example2026', undefined]);
    await library.setCited([{ id: id('2611.00002'), key: 'b' }]);
    const after = await library.known([ID_A, ID_B]);
    expect(after.statuses.map(({ citedAs }) => citedAs)).toEqual([undefined, 'b']);
  });

  it('knows a paper in the reader’s own file by any of its ids, also by those learnt later', async () => {
    const { library } = openLibrary();
    const printed = reading('2611.00001', { doi: '10.1145/1.A' });
    await library.setCited([{ id: doi('10.1145/1.a'), key: 'printed' }]);
    await library.see('huggingface', [printed, reading('2611.00002'), reading('2611.00003')]);
    await library.setCited([
      { id: doi('10.1145/1.a'), key: 'printed' },
      { id: doi('10.1145/2'), key: 'alias' },
      { id: doi('10.1145/3'), key: 'publication' },
    ]);
    await library.see('arxiv', [
      reading('2611.00002', { aliases: [doi('10.1145/2')] }),
      reading('2611.00003', {
        publication: { kind: 'article', source: 'import', doi: '10.1145/3' },
      }),
    ]);
    const asked = [ID_A, ID_B, id('2611.00003'), doi('10.1145/2')];
    const { statuses } = await library.known(asked);
    expect(statuses.map(({ citedAs }) => citedAs)).toEqual([
      'printed',
      'alias',
      'publication',
      'alias',
    ]);
  });
});

function doi(name: string): PaperId {
  const made = doiPaperId(name);
  if (!made) throw new Error(`${name} is no DOI`);
  return made;
}
