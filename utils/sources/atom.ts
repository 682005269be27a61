/** One `<entry>` of arXiv's Atom answer, as text that nobody has checked yet. */
export type AtomEntry = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly published: string;
  readonly authors: readonly string[];
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
    authors: contents(entry, 'author').map((author) => first(author, 'name')),
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

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decode(xml: string): string {
  return xml
    .replace(/<!\[CDATA\[|\]\]>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]{2,4}));/g, (whole, decimal, hex, name) => {
      if (name !== undefined) return NAMED.get(String(name)) ?? whole;
      const code = decimal === undefined ? parseInt(String(hex), 16) : Number(decimal);
      return isCharacter(code) ? String.fromCodePoint(code) : '';
    });
}

function isCharacter(code: number): boolean {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
}
