import {
  PUBLICATION_KINDS,
  PUBLICATION_SOURCES,
  type Publication,
} from '@/utils/domain/publication';
import { isRecord, line, lines, present, prose } from './parse-text';

const LONGEST = { line: 1_000, field: 5_000, name: 100 };
const MOST = { editors: 500, others: 60 };

/** Checks what claims to be a `Publication`; `undefined` when it is none. */
export function parsePublication(value: unknown): Publication | undefined {
  if (!isRecord(value)) return undefined;
  const kind = PUBLICATION_KINDS.find((known) => known === value['kind']);
  const source = PUBLICATION_SOURCES.find((known) => known === value['source']);
  if (!kind || !source) return undefined;
  const told = (name: string): string | undefined => line(value[name], LONGEST.line);
  return present<Publication>({
    kind,
    source,
    evidence: told('evidence'),
    container: told('container'),
    series: told('series'),
    volume: told('volume'),
    number: told('number'),
    pages: told('pages'),
    editors: lines(value['editors'], MOST.editors, LONGEST.line),
    publisher: told('publisher'),
    address: told('address'),
    edition: told('edition'),
    year: told('year'),
    month: month(value['month']),
    doi: told('doi'),
    isbn: told('isbn'),
    url: told('url'),
    others: others(value['others']),
  });
}

function month(value: unknown): number | undefined {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 12
    ? Number(value)
    : undefined;
}

/** Field names are words, so that none is a prototype's. */
function others(value: unknown): Publication['others'] {
  if (!isRecord(value)) return undefined;
  const kept = Object.entries(value)
    .filter(([name]) => /^[a-z][a-z\d+-]{0,99}$/i.test(name) && name !== 'constructor')
    .slice(0, MOST.others)
    .flatMap(([name, text]) => {
      const said = prose(text, LONGEST.field);
      return said === undefined ? [] : [[name.slice(0, LONGEST.name), said] as const];
    });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
