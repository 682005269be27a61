import type { PaperId } from '@/utils/domain/paper-id';
import type { FoundRecord } from './batches';
import { inBatches } from './batches';
import type { FileReader } from './file-reader';
import { idsIn } from './ids-in';
import { textLines } from './text-lines';

/** Any text in which ids or addresses of papers stand; nothing else is read of it. */
export const idList: FileReader = {
  id: 'id-list',
  name: 'ids and addresses of papers in a text',
  recognises: (_fileName, beginning) => idsIn(beginning).next().done !== true,
  read: (text) => inBatches(text, records, (id) => ({ id })),
};

function* records(text: string): Generator<FoundRecord<PaperId>> {
  const known = new Set<PaperId>();
  for (const { line, source, end } of textLines(text)) {
    if (source.trim() === '') continue;
    const ids = [...idsIn(source)].map(({ id }) => id);
    const about = { line, end, text: source.trim().slice(0, 200) };
    if (ids.length === 0) {
      yield {
        ...about,
        ...(isMeantAsId(source) && { reason: 'No id of a paper is in this line.' }),
      };
    }
    for (const id of ids) {
      if (!known.has(id)) yield { ...about, value: id };
      known.add(id);
    }
  }
}

/** One word alone, with digits in it, is no prose: somebody meant it to be an id. */
function isMeantAsId(line: string): boolean {
  const text = line.trim();
  return /^[^\s#]{4,300}$/.test(text) && /\d/.test(text);
}
