import { type PaperId, arxivIdOf } from '@/utils/domain/paper-id';
import { PUBLICATION_KINDS } from '@/utils/domain/publication';
import { readPerson } from '../names/person-name';
import { decodeEntities } from '../tex/clean';
import type { FoundRecord } from './batches';
import { inBatches } from './batches';
import { readDate, readInstant } from './dates';
import type { FileReader } from './file-reader';
import { identitiesIn, idsIn } from './ids-in';
import type { Draft } from './imported-paper';
import { jsonRecords } from './json-records';
import { type JsonObject, isObject, listIn, textIn } from './json-values';
import { joinedDrafts, namesakes } from './papermemory-joins';

/** An entry as it was understood, with the line it stands in and what was mended. */
export type Mended = {
  readonly line: number;
  readonly end: number;
  readonly draft: Draft;
  readonly healed: readonly string[];
};

/**
 * PaperMemory's export (https://github.com/vict0rsch/PaperMemory): an object of entries by its own
 * ids, `Arxiv-2106.09685`, beside a `__dataVersion`. What earlier versions of it broke is mended.
 */
export const paperMemory: FileReader = {
  id: 'papermemory',
  name: 'PaperMemory (JSON)',
  recognises: (_fileName, beginning) =>
    /^\s{0,100}\{/.test(beginning) &&
    /"__dataVersion"\s{0,9}:|"pdfLink"\s{0,9}:|"lastOpenDate"\s{0,9}:/.test(beginning),
  read: (text) => inBatches(text, records, (draft) => draft),
};

/** Entries come one by one, but which of them are one paper is only known at the end. */
function* records(text: string): Generator<FoundRecord<Draft>> {
  const entries: Mended[] = [];
  for (const { value: item, ...record } of jsonRecords(text)) {
    if (item?.key === '__dataVersion') continue;
    const mended = item && isObject(item.value) ? mend(item.key ?? '', item.value) : undefined;
    if (mended) entries.push({ ...mended, line: record.line, end: record.end });
    // What was parsed and is no entry has no reason yet.
    else yield { ...record, reason: record.reason ?? 'It is no entry of PaperMemory.' };
  }
  for (const { draft, ...entry } of namesakes(joinedDrafts(entries))) {
    yield { ...entry, text: draft.title ?? '', value: draft };
  }
}

function mend(key: string, entry: JsonObject): Pick<Mended, 'draft' | 'healed'> {
  const healed = new Set<string>();
  const read = (...names: readonly string[]): string | undefined => {
    const text = textIn(entry, ...names);
    const plain = text === undefined ? undefined : unescaped(text);
    if (plain !== text) healed.add('HTML entities were read as the characters they stand for.');
    return plain;
  };
  const { id, version } = identityOf(key, entry, healed);
  const bibtex = textIn(entry, 'bibtex') ?? '';
  const pages = fieldOf(bibtex, 'pages');
  if (/\d-\d/.test(pages ?? '')) healed.add('A range of pages had lost one of its two dashes.');
  const venue = venueOf(read('venue', 'conf'));
  const note = read('note');
  const links = [textIn(entry, 'pdfLink'), textIn(entry, 'url')];
  const tags = listIn(entry, 'tags').filter((tag) => typeof tag === 'string');
  return {
    healed: [...healed, ...yearRemark(id, venue, textIn(entry, 'year'))],
    draft: {
      id,
      version,
      title: read('title'),
      authors: authorsIn(read('author') ?? ''),
      identities: [textIn(entry, 'doi') ?? fieldOf(bibtex, 'doi'), ...links],
      date: readDate(textIn(entry, 'year') ?? ''),
      published: {
        kind: PUBLICATION_KINDS.find((kind) => bibtex.toLowerCase().startsWith(`@${kind}{`)),
        container: venue,
        volume: fieldOf(bibtex, 'volume'),
        number: fieldOf(bibtex, 'number'),
        pages,
        evidence: venue === undefined ? undefined : `PaperMemory: ${note?.split('\n')[0] ?? venue}`,
      },
      venue,
      pages: links,
      code: textIn(entry, 'codeLink'),
      tags: tags.map(unescaped),
      note,
      starred: entry['favorite'] === true,
      savedAt: readInstant(entry['addDate']),
      citationKey: textIn(entry, 'key'),
    },
  };
}

type Identity = { readonly id: PaperId | undefined; readonly version: number | undefined };

/** The key holds the id, but for what was cut off it; the PDF's address has both id and version whole. */
function identityOf(key: string, entry: JsonObject, healed: Set<string>): Identity {
  const isArxiv = /^arxiv-|^\d{4}\.\d/i.test(key) || entry['source'] === 'arxiv';
  const [inKey] = idsIn(isArxiv ? key.replace(/^arxiv-/i, '').replace('_', '/') : key);
  const [inLink] = idsIn(textIn(entry, 'pdfLink') ?? '');
  const sure = isArxiv && inLink && arxivIdOf(inLink.id) !== undefined ? inLink : inKey;
  if (isArxiv && sure !== inKey && sure?.id !== inKey?.id) {
    healed.add('Its id was cut off and was read from the address of its PDF.');
  }
  const version = inLink?.version ?? inKey?.version;
  if (inKey?.version !== undefined) healed.add('A version stood in its id.');
  else if (version !== undefined && isArxiv) {
    healed.add('The version its id had lost was read from the address of its PDF.');
  }
  return { id: isArxiv ? sure?.id : identitiesIn([textIn(entry, 'pdfLink') ?? ''])[0], version };
}

/** Earlier versions wrote the preprint server into the venue. */
function venueOf(venue = ''): string | undefined {
  return /^\s*$|arxiv/i.test(venue) ? undefined : venue;
}

/** PaperMemory put the year of the venue over that of the preprint, which the id still tells. */
function yearRemark(id: PaperId | undefined, venue: string | undefined, year = ''): string[] {
  const own = id && yearInId(id);
  if (own === undefined || own === year || !/^\d{4}$/.test(year)) return [];
  return venue === undefined
    ? [`Its year was ${year}; its id says ${own}.`]
    : [`Its year was that of the venue, ${year}; the preprint’s own is ${own}.`];
}

/** https://info.arxiv.org/help/arxiv_identifier.html: both forms of an identifier begin with the year. */
function yearInId(id: PaperId): string | undefined {
  const digits = /^(?:.*\/)?(\d\d)\d\d/.exec(arxivIdOf(id) ?? '')?.[1];
  return digits && `${Number(digits) > 90 ? '19' : '20'}${digits}`;
}

function authorsIn(text: string): readonly string[] {
  const names = text
    .split(/\sand\s/)
    // BibTeX's word for authors that are left out.
    .map((name) => (/^\s*others\s*$/i.test(name) ? 'et al.' : readPerson(name)))
    .filter(Boolean);
  return names.filter((name) => !/^anonymous$/i.test(name));
}

/** Text whose entities were escaped over and over, as the characters they stand for. */
function unescaped(text: string): string {
  let plain = text;
  for (let round = 0; round < 3 && plain.includes('&'); round += 1) plain = decodeEntities(plain);
  return plain;
}

/** A field of the entry PaperMemory keeps, when it is plain text. */
function fieldOf(bibtex: string, name: string): string | undefined {
  const field = new RegExp(String.raw`[\s,]${name}\s{0,20}=\s{0,20}[{"]([^{}"\\]{1,300})[}"]`, 'i');
  return field.exec(bibtex.slice(0, 20_000))?.[1];
}
