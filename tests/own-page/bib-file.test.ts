import { describe, expect, it } from 'vitest';
import type { CitedAs, Citable } from '@/utils/domain/citing';
import { CITE_DEFAULTS } from '@/utils/domain/citing';
import { doorToBibFile } from '@/utils/own-page/bib-file';
import { cited, id, paper } from '../formats/records';

/** The door to a file, with a library that holds these papers, and what it was told is cited. */
function open(items: readonly Citable[] = []) {
  const told: CitedAs[] = [];
  const library = {
    pinKeys: () => Promise.resolve(),
    citeOptions: () => Promise.resolve(CITE_DEFAULTS),
    setCited: (all: readonly CitedAs[]) =>
      Promise.resolve(void told.splice(0, told.length, ...all)),
  };
  const door = doorToBibFile(library, {
    findIds: () => Promise.resolve(items.map((item) => item.paper.id)),
    citables: () => Promise.resolve(items),
  });
  return { door, told };
}

function file(content: string | Uint8Array<ArrayBuffer>): File {
  return new File([content], 'refs.bib');
}

describe('the reader’s own file', () => {
  it('is refused when it is not UTF-8, and nothing is said to be cited', async () => {
    const { door, told } = open();
    const latin = Uint8Array.from('@misc{k, title={Müller}}', (char) => char.charCodeAt(0));
    await expect(door.compare(door.handedOver(file(latin)), [])).rejects.toThrow(
      'refs.bib is not written in UTF-8',
    );
    expect(told).toEqual([]);
  });

  it('keeps its mark of order', async () => {
    const { door } = open();
    const merge = await door.compare(door.handedOver(file('\ufeff@misc{k, title={A}}')), []);
    expect(merge.before.startsWith('\ufeff')).toBe(true);
    expect(merge.after).toBe(merge.before);
  });

  it.each([
    [
      'its publication’s DOI',
      { publication: { kind: 'article', source: 'import', doi: '10.1000/Tide.1' } },
    ],
    ['the DOI of its own page', { doi: '10.1000/tide.1' }],
    ['an alias', { aliases: [id('acl:2024.acl-long.1'), id('doi:10.1000/tide.1')] }],
  ] as const)('knows a paper by %s', async (_what, fields) => {
    const item = cited(paper({ authors: ['Ada Brook'], ...fields }));
    const { door, told } = open([item]);
    const own = '@article{mine, title={Otherwise}, doi={10.1000/TIDE.1}}\n';
    const merge = await door.compare(door.handedOver(file(own)), [item.paper.id]);
    expect(merge.after).toBe(own);
    expect(merge.changes).toMatchObject([{ kind: 'known', id: item.paper.id, key: 'mine' }]);
    expect(told).toMatchObject([{ id: 'doi:10.1000/tide.1', key: 'mine' }]);
  });
});
