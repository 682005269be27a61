import type { FoundRecord } from './batches';
import { inBatches } from './batches';
import { readDate } from './dates';
import type { FileReader } from './file-reader';
import type { Draft } from './imported-paper';
import { publicationKind } from './kinds';
import { textLines } from './text-lines';
import { readPerson } from '../names/person-name';

/** What a record says under each tag, in order. */
type Tags = ReadonlyMap<string, readonly string[]>;

// Some programs leave a blank out, or the one behind the hyphen.
const LINE = /^([A-Z][A-Z\d])\s{1,2}-(?:\s(.*))?$/;

/** RIS (https://en.wikipedia.org/wiki/RIS_(file_format)), as reference managers and publishers write it. */
export const ris: FileReader = {
  id: 'ris',
  name: 'RIS',
  recognises: (fileName, beginning) =>
    /\.(?:ris|enw)$/i.test(fileName) || /^\s{0,100}TY {1,2}-/m.test(beginning),
  read: (text) => inBatches(text, records, draftOf),
};

/** From `TY` to `ER`; where `ER` is missing, to the next `TY`. */
function* records(text: string): Generator<FoundRecord<Tags>> {
  let open: OpenRecord | undefined;
  for (const { line, source, end } of textLines(text)) {
    const [, tag, value = ''] = LINE.exec(source) ?? [];
    if (tag === 'TY') {
      if (open) yield closed(open, 'The end of the record was missing.');
      open = { line, end, tags: new Map(), last: [] };
    }
    if (!open) continue;
    open.end = end;
    if (tag === 'ER') {
      yield closed(open);
      open = undefined;
    } else if (tag !== undefined) {
      open.last = open.tags.get(tag) ?? [];
      open.tags.set(tag, open.last);
      open.last.push(value.trim());
    } else if (source.trim() !== '') {
      open.last.push(`${open.last.pop() ?? ''}\n${source.trim()}`);
    }
  }
  if (open) yield closed(open, 'The end of the record was missing.');
}

type OpenRecord = {
  readonly line: number;
  end: number;
  readonly tags: Map<string, string[]>;
  /** What stands under the last tag, which a line without a tag goes on. */
  last: string[];
};

function closed({ line, end, tags }: OpenRecord, mended?: string): FoundRecord<Tags> {
  const text = first(tags, 'TI', 'T1') ?? first(tags, 'ID') ?? '';
  return { line, end, text, value: tags, ...(mended !== undefined && { healed: [mended] }) };
}

function draftOf(tags: Tags): Draft {
  const all = (...names: readonly string[]): string[] =>
    names.flatMap((name) => tags.get(name) ?? []).filter(Boolean);
  const one = (...names: readonly string[]): string | undefined => first(tags, ...names);
  const container = one('JO', 'JF', 'T2', 'BT', 'JA', 'J2');
  const addresses = all('UR', 'L1', 'L2', 'LK').flatMap((value) => value.split(/[;\s]+/));
  return {
    title: one('TI', 'T1', 'CT'),
    authors: all('AU', 'A1').map(readPerson),
    abstract: one('AB', 'N2'),
    identities: [one('DO'), ...all('AN', 'C1', 'M1', 'M3'), ...addresses, container, one('VL')],
    date: readDate(one('DA', 'PY', 'Y1') ?? ''),
    published: {
      kind: publicationKind(one('TY') ?? '', one('M3')),
      container,
      series: one('T3'),
      volume: one('VL'),
      number: one('IS'),
      pages: [one('SP'), one('EP')].filter(Boolean).join('-'),
      editors: all('A2', 'A3', 'ED'),
      publisher: one('PB'),
      address: one('CY'),
      edition: one('ET'),
      isbn: one('SN'),
      url: addresses[0],
    },
    pages: addresses,
    tags: all('KW').flatMap((value) => value.split(/[;\n]/)),
    note: all('N1').join('\n\n'),
    citationKey: one('ID'),
  };
}

function first(tags: Tags, ...names: readonly string[]): string | undefined {
  return names.flatMap((name) => tags.get(name) ?? []).find((value) => value !== '');
}
