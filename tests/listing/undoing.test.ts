import { describe, expect, it } from 'vitest';
import { undoing } from '@/utils/listing/undoing';
import { speakEnglish } from '../components/english';
import { id, openLibrary, reading } from '../store/open-library';

speakEnglish();

const IDS = ['2611.00001', '2611.00002', '2611.00003'];

async function tagAll(library: ReturnType<typeof openLibrary>['library'], name: string) {
  const operations: string[] = [];
  for (const arxivId of IDS) {
    const { operation } = await library.tag(reading(arxivId), name);
    if (operation !== undefined) operations.push(operation);
  }
  return operations;
}

describe('taking back', () => {
  it('what one press did to several papers takes one press', async () => {
    const { library } = openLibrary();
    const taking = undoing(library);
    await library.save(reading('2611.00009'));
    taking.together(await tagAll(library, 'many'));
    const back = await taking.takeBack();
    expect(back?.said).toBe('Undone: 3 changes.');
    expect([...(back?.ids ?? [])].sort()).toEqual(IDS.map(id));
    expect((await library.find({ query: '', limit: 5 })).rows.map((row) => row.id)).toEqual([
      id('2611.00009'),
    ]);
  });

  it('says what it was, and when nothing is left', async () => {
    const { library } = openLibrary();
    const taking = undoing(library);
    await library.tag(reading('2611.00001'), 'to cite');
    await library.addRule({ query: 'diffusion', action: 'collapse', sites: [] });
    expect((await taking.takeBack())?.said).toBe('Undone: rule “diffusion”.');
    expect((await taking.takeBack())?.said).toBe('Undone: tag “to cite”.');
    expect(await taking.takeBack()).toBeUndefined();
  });

  it('goes on where one of several was taken back already', async () => {
    const { library } = openLibrary();
    const taking = undoing(library);
    const operations = await tagAll(library, 'many');
    await library.undo(operations[2]);
    expect((await taking.takeBack(operations))?.said).toBe('Undone: 2 changes.');
    expect((await library.find({ query: '', limit: 5 })).total).toBe(0);
  });
});
