import { decodeEntities } from './entities';

/** One `<entry>` of arXiv's Atom answer, as text that nobody has checked yet. */
export type AtomEntry = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly published: string;
  readonly updated: string;
  readonly authors: readonly string[];
  readonly comment: string;
  readonly journalRef: string;
  readonly doi: string;
  readonly primaryCategory: string;
  /** arXiv's own, and classes of other schemes (MSC, ACM) beside them. */
  readonly categories: readonly string[];
};

/**
 * Reads the entries of an Atom feed from arXiv's API in one pass: workers have no `DOMParser`. Not
 * a reader of any XML: it knows elements that do not nest in themselves, entities of XML and of
 * numbers, and CDATA. What is broken is left out.
 */
export function readAtom(xml: string): AtomEntry[] {
  return contents(xml, 'entry').map((entry) => ({
    id: first(entry, 'id'),
    title: first(entry, 'title'),
    summary: first(entry, 'summary'),
    published: first(entry, 'published'),
    updated: first(entry, 'updated'),
    authors: contents(entry, 'author').map((author) => first(author, 'name')),
    comment: first(entry, 'arxiv:comment'),
    journalRef: first(entry, 'arxiv:journal_ref'),
    doi: first(entry, 'arxiv:doi'),
    primaryCategory: terms(entry, 'arxiv:primary_category')[0] ?? '',
    categories: terms(entry, 'category'),
  }));
}

function first(xml: string, name: string): string {
  return decode(contents(xml, name, 1)[0] ?? '');
}

/** What stands inside each element `name`; never looks at a character twice. */
function contents(xml: string, name: string, most = Infinity): string[] {
  const found: string[] = [];
  const close = `</${name}>`;
  let from = 0;
  while (found.length < most) {
    const start = openingEnd(xml, name, from);
    if (start === -1) return found;
    const end = xml.indexOf(close, start);
    if (end === -1) return found;
    found.push(xml.slice(start, end));
    from = end + close.length;
  }
  return found;
}

/** The `term` of each empty element `name`. */
function terms(xml: string, name: string): string[] {
  const found: string[] = [];
  for (let end = openingEnd(xml, name, 0); end !== -1; end = openingEnd(xml, name, end)) {
    const tag = xml.slice(xml.lastIndexOf('<', end - 1), end);
    const [, term] = /\sterm="([^"]{1,100})"/.exec(tag) ?? [];
    if (term !== undefined) found.push(decode(term));
  }
  return found;
}

/** Where the next opening tag `<name …>` ends, or -1. */
function openingEnd(xml: string, name: string, from: number): number {
  const open = `<${name}`;
  for (let at = xml.indexOf(open, from); at !== -1; at = xml.indexOf(open, at + 1)) {
    const next = xml.charAt(at + open.length);
    if (next !== '>' && !/\s/.test(next)) continue;
    const end = xml.indexOf('>', at);
    return end === -1 ? -1 : end + 1;
  }
  return -1;
}

function decode(xml: string): string {
  return decodeEntities(xml.replace(/<!\[CDATA\[|\]\]>/g, ''));
}
