import type { FoundRecord } from './batches';
import { inBatches } from './batches';
import { readDate, readInstant } from './dates';
import { readExtra } from './extra';
import type { FileReader } from './file-reader';
import type { Draft } from './imported-paper';
import { jsonMember, jsonRecords } from './json-records';
import { type JsonObject, isObject, listIn, textIn, valueIn } from './json-values';
import { publicationKind } from './kinds';
import { personName } from '../names/person-name';
import { textOfHtml } from './prose';
import { richTitle } from './rich-title';

const LONGEST = { abstract: 20_000, note: 200_000 };

/** An item with the names of the collections it lies in. */
type Item = { readonly item: JsonObject; readonly collections: readonly string[] };

/** Zotero's items as JSON: Better BibTeX's export, and what Zotero's own API gives. */
export const zotero: FileReader = {
  id: 'zotero',
  name: 'Zotero (Better BibTeX JSON)',
  recognises: (_fileName, beginning) =>
    /"itemType"\s{0,9}:|"label"\s{0,9}:\s{0,9}"BetterBibTeX JSON"/.test(beginning),
  read: (text) => inBatches(text, records, draftOf),
};

function* records(text: string): Generator<FoundRecord<Item>> {
  const collections = collectionNames(text);
  for (const { value: found, ...record } of jsonRecords(text, ['items'])) {
    const given = found?.value;
    const item = isObject(given) && isObject(given['data']) ? given['data'] : given;
    if (!isObject(item)) yield { ...record, ...(found && { reason: 'It is no item.' }) };
    else yield { ...record, value: { item, collections: collectionsOf(item, collections) } };
  }
}

/** The names of collections by the numbers of the items in them. */
function collectionNames(text: string): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  const collections = /^\s{0,100}\{/.test(text) ? jsonMember(text, 'collections') : undefined;
  for (const collection of isObject(collections) ? Object.values(collections) : []) {
    if (!isObject(collection)) continue;
    const name = textIn(collection, 'name') ?? '';
    for (const item of listIn(collection, 'items')) {
      names.set(String(item), [...(names.get(String(item)) ?? []), name]);
    }
  }
  return names;
}

function collectionsOf(
  item: JsonObject,
  collections: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  return collections.get(textIn(item, 'itemID') ?? '') ?? [];
}

function draftOf({ item, collections }: Item): Draft | undefined {
  const said = (...names: readonly string[]): string | undefined => textIn(item, ...names);
  const type = said('itemType') ?? '';
  // Parts of other items that some exports list beside them.
  if (/^(?:attachment|note|annotation)$/.test(type)) return undefined;
  const extra = readExtra(said('extra') ?? '');
  const tags = listIn(item, 'tags').map(tagOf);
  const files = addressesOf(item);
  const title = said('title');
  return {
    title: title === undefined ? undefined : richTitle(title),
    authors: creators(item, /^(?:author|bookAuthor|presenter|inventor|programmer)$/),
    abstract: textOfHtml(said('abstractNote') ?? '', LONGEST.abstract),
    identities: [said('archiveID'), said('DOI'), ...extra.identities, said('url'), ...files],
    date: readDate(said('date') ?? ''),
    published: {
      kind: publicationKind(type, said('thesisType', 'type', 'genre')),
      container: said('publicationTitle', 'proceedingsTitle', 'bookTitle', 'conferenceName'),
      series: said('series', 'seriesTitle'),
      volume: said('volume'),
      number: said('issue', 'number', 'reportNumber'),
      pages: said('pages'),
      editors: creators(item, /^editor$/),
      publisher: said('publisher', 'university', 'institution', 'repository'),
      address: said('place'),
      edition: said('edition'),
      isbn: said('ISBN'),
      url: said('url'),
    },
    venue: said('journalAbbreviation'),
    comment: extra.comment,
    pages: [said('url'), ...files],
    keywords: tags.flatMap(({ name, isAutomatic }) => (isAutomatic ? [name] : [])),
    tags: [...tags.flatMap(({ name, isAutomatic }) => (isAutomatic ? [] : [name])), ...collections],
    note: [...notesOf(item), extra.note].filter(Boolean).join('\n\n'),
    savedAt: readInstant(valueIn(item, 'dateAdded')),
    citationKey: said('citationKey', 'citekey', 'citation-key') ?? extra.citationKey,
  };
}

function creators(item: JsonObject, roles: RegExp): readonly string[] {
  return listIn(item, 'creators').flatMap((creator) => {
    if (!isObject(creator) || !roles.test(textIn(creator, 'creatorType') ?? 'author')) return [];
    const family = textIn(creator, 'lastName', 'name')?.trim();
    const given = textIn(creator, 'firstName')?.trim();
    if (family === undefined) return given ?? [];
    return personName({ family, ...(given !== undefined && { given }) });
  });
}

/** Tags of type 1 were given by programs, and are many. */
function tagOf(tag: unknown): { readonly name: string; readonly isAutomatic: boolean } {
  if (typeof tag === 'string') return { name: tag, isAutomatic: false };
  if (!isObject(tag)) return { name: '', isAutomatic: false };
  return { name: textIn(tag, 'tag') ?? '', isAutomatic: tag['type'] === 1 };
}

function notesOf(item: JsonObject): readonly string[] {
  return listIn(item, 'notes').flatMap((note) => {
    const html = isObject(note) ? textIn(note, 'note') : note;
    return typeof html === 'string' ? textOfHtml(html, LONGEST.note) : [];
  });
}

function addressesOf(item: JsonObject): readonly string[] {
  return listIn(item, 'attachments').flatMap((file) =>
    isObject(file) ? (textIn(file, 'url') ?? []) : [],
  );
}
