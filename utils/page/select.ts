/** A card lacks something it cannot be read without. */
export class MissingElement extends Error {
  override readonly name = 'MissingElement';
}

/** Longest texts taken from a page, in characters: a hostile page must not fill the library. */
export const LONGEST = { line: 400, title: 2_000, abstract: 20_000 } as const;

type Root = Document | Element;

type Accessors = {
  readonly find: (this: Root, selector: string) => Element | null;
  readonly findAll: (this: Root, selector: string) => NodeListOf<Element>;
  readonly around: (this: Element, selector: string) => Element | null;
  readonly attribute: (this: Element, name: string) => string | null;
  readonly text: (this: Node) => string | null;
};

const accessorsOf = new WeakMap<Document, { document: Accessors; element: Accessors }>();

/**
 * A page may shadow DOM properties with named form controls (`<form><input name="querySelector">`),
 * so everything is read through the prototypes' own accessors. They are looked up by document, since
 * adapters are also imported where there is no DOM.
 */
function accessors(root: Root): Accessors {
  const isDocument = root.nodeType === 9;
  const document = isDocument ? (root as Document) : root.ownerDocument;
  if (!document) throw new MissingElement('A detached document cannot be read.');
  let known = accessorsOf.get(document);
  if (!known) {
    const view = document.defaultView ?? globalThis;
    known = { document: take(view, view.Document), element: take(view, view.Element) };
    accessorsOf.set(document, known);
  }
  return isDocument ? known.document : known.element;
}

function take(
  view: (Window & typeof globalThis) | typeof globalThis,
  { prototype }: { prototype: Document | Element },
): Accessors {
  const text = Object.getOwnPropertyDescriptor(view.Node.prototype, 'textContent')?.get;
  return {
    find: prototype.querySelector,
    findAll: prototype.querySelectorAll,
    around: view.Element.prototype.closest,
    attribute: view.Element.prototype.getAttribute,
    text: text ?? (() => null),
  };
}

/** The first match; throws `MissingElement` naming the selector when there is none. */
export function one(root: Root, selector: string): Element {
  const element = maybe(root, selector);
  if (!element) throw new MissingElement(`The page has no “${selector}” where one was expected.`);
  return element;
}

/** The first match, where the page may do without. */
export function maybe(root: Root, selector: string): Element | undefined {
  return accessors(root).find.call(root, selector) ?? undefined;
}

/** Every match, in document order. */
export function all(root: Root, selector: string): Element[] {
  return Array.from(accessors(root).findAll.call(root, selector));
}

/** The element itself or the nearest one around it that matches. */
export function around(element: Element, selector: string): Element | undefined {
  return accessors(element).around.call(element, selector) ?? undefined;
}

/** What an attribute says; `undefined` when it is not there. */
export function attribute(element: Element, name: string): string | undefined {
  return accessors(element).attribute.call(element, name) ?? undefined;
}

/** An element's whole text as the page has it. */
export function rawText(element: Element): string {
  return accessors(element).text.call(element) ?? '';
}

/** An element's text on one line, without invisible characters, at most `longest` characters. */
export function textOf(element: Element, longest: number = LONGEST.line): string {
  return tidy(rawText(element), longest);
}

// Control characters, direction marks and zero-width characters can make one text look like another.
const INVISIBLE =
  /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]+/gu;

/** One line of visible text, at most `longest` characters. */
export function tidy(text: string, longest: number): string {
  return text
    .slice(0, longest * 4)
    .replace(/\s+/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, longest);
}
