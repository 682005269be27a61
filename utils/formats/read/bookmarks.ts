import { cleanText, decodeEntities } from '../tex/clean';
import type { FoundRecord } from './batches';
import { inBatches } from './batches';
import { readInstant } from './dates';
import type { FileReader } from './file-reader';
import { identitiesIn } from './ids-in';
import type { Draft } from './imported-paper';
import { lineCounter } from './line-counter';
import { prose } from './prose';

type Bookmark = {
  readonly attributes: Attributes;
  readonly title: string;
  readonly note: string;
  readonly folders: readonly string[];
};
type Attributes = ReadonlyMap<string, string>;

const LONGEST = { title: 2_000, address: 5_000, note: 20_000 };
const DEEPEST = 50;

/** Bookmarks as all browsers and many services export them; only those that lead to papers are papers. */
export const bookmarks: FileReader = {
  id: 'bookmarks',
  name: 'a browser’s bookmarks (HTML)',
  recognises: (_fileName, beginning) => /<!DOCTYPE\s{1,9}NETSCAPE-Bookmark-file/i.test(beginning),
  read: (text) => inBatches(text, records, draftOf),
};

// https://learn.microsoft.com/en-us/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa753582(v=vs.85)
const ELEMENT = /<(a\s|h3[\s>]|dl[\s>]|\/dl>)/gi;

/** One pass over the elements that matter: folders open and close, links stand in them. */
function* records(text: string): Generator<FoundRecord<Bookmark>> {
  const lineOf = lineCounter(text);
  const folders: string[] = [];
  let next = '';
  for (const { 0: opening, index } of text.matchAll(ELEMENT)) {
    const name = opening.slice(1).trim().toLowerCase().replace('>', '');
    if (name === 'dl' && folders.length < DEEPEST) folders.push(next);
    if (name === '/dl') folders.pop();
    if (name === 'dl' || name === '/dl') next = '';
    if (name !== 'a' && name !== 'h3') continue;
    const { attributes, end } = attributesAt(text, index + opening.length);
    const title = contentAt(text, end, LONGEST.title);
    if (name === 'a' && !attributes.has('href')) continue;
    if (name === 'h3') {
      next = isRoot(attributes) ? '' : title;
    } else {
      const value = { attributes, title, note: noteAfter(text, end), folders: [...folders] };
      yield { line: lineOf(index), end, text: title, value };
    }
  }
}

const ATTRIBUTE =
  /\s{0,100}([\w-]{1,40})(?:=(?:"([^"]{0,200000})"|'([^']{0,5000})'|([^\s>]{1,5000})))?|\s{0,100}(?=>)/y;

function attributesAt(text: string, from: number): { attributes: Attributes; end: number } {
  const attributes = new Map<string, string>();
  let at = from;
  while (at < text.length && text[at] !== '>') {
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(text);
    if (!found || found[0] === '') break;
    const [all, name, ...values] = found;
    const value = values.find((given) => given !== undefined) ?? '';
    // Icons are kept in attributes as well, and are large.
    if (name !== undefined) attributes.set(name.toLowerCase(), value.slice(0, LONGEST.address));
    at += all.length;
  }
  return { attributes, end: text[at] === '>' ? at + 1 : at };
}

/** The text up to the next element. */
function contentAt(text: string, from: number, longest: number): string {
  const close = text.slice(from, from + longest).indexOf('<');
  return decodeEntities(text.slice(from, from + (close < 0 ? longest : close)));
}

/** What some services write below a link as its description. */
function noteAfter(text: string, from: number): string {
  const close = /<\/a>\s{0,100}<dd>/iy;
  close.lastIndex = from + text.slice(from, from + LONGEST.title).indexOf('<');
  return close.test(text) ? contentAt(text, close.lastIndex, LONGEST.note) : '';
}

/** The browser's own folders, which nobody chose. */
function isRoot(attributes: Attributes): boolean {
  return attributes.has('personal_toolbar_folder') || attributes.has('unfiled_bookmarks_folder');
}

function draftOf({ attributes, title, note, folders }: Bookmark): Draft | undefined {
  const address = withoutSearch(decodeEntities(attributes.get('href') ?? ''));
  const identities = identitiesIn([address]);
  if (identities.length === 0) return undefined;
  return {
    title: paperTitle(title),
    titleSource: 'page',
    identities: [address],
    tags: [...folders, ...decodeEntities(attributes.get('tags') ?? '').split(',')],
    note: prose(note, LONGEST.note),
    savedAt: readInstant(attributes.get('add_date')),
  };
}

const SEARCHED = ['q', 'query', 'search', 'searchtext', 's', 'wd', 'p', 'text', 'term', 'terms'];

/** An address without what somebody searched for: a page of results is no paper. */
function withoutSearch(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  const names = [...url.searchParams.keys()].filter((name) =>
    SEARCHED.includes(name.toLowerCase()),
  );
  if (names.length === 0) return address;
  for (const name of names) url.searchParams.delete(name);
  return url.href;
}

/** What a page was called, without what its site adds; empty when it is only a file's name or an address. */
function paperTitle(title: string): string {
  const text = cleanText(title, LONGEST.title)
    .replace(/^\[[\w./-]{4,40}\]\s?|^Paper page - |^\(PDF\)\s?/i, '')
    .replace(
      / (?:[|·-]|::) (?:OpenReview|ACL Anthology|alphaXiv|arXiv(?:\.org)?|PubMed|Hugging Face)$/i,
      '',
    );
  return /^https?:|^(?:arxiv:)?[\w./-]{0,60}\d[\w./-]{0,60}$|\.pdf$/i.test(text) ? '' : text;
}
