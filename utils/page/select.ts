/** A card lacks something it cannot be read without. */
export class MissingElement extends Error {
  override readonly name = 'MissingElement';
}

/** Longest texts taken from a page, in characters: a hostile page must not fill the library. */
export const LONGEST = { line: 400, title: 2_000, abstract: 20_000 } as const;

type Root = Document | Element;
type Accessor = (this: object, ...parameters: unknown[]) => unknown;

const accessorsOf = new WeakMap<object, Map<string, Accessor>>();

/**
 * A page may shadow DOM properties with named form controls (`<form><input name="querySelector">`),
 * so everything is read through the prototypes' own accessors. They are looked up by the node's
 * prototype, which no markup can replace, and only when needed: adapters are also imported where
 * there is no DOM.
 */
function ask(node: object, name: string, ...parameters: unknown[]): unknown {
  const prototype: object = Object.getPrototypeOf(node);
  let accessors = accessorsOf.get(prototype);
  if (!accessors) accessorsOf.set(prototype, (accessors = new Map()));
  let accessor = accessors.get(name);
  if (!accessor) accessors.set(name, (accessor = inherited(prototype, name)));
  return accessor.apply(node, parameters);
}

/** `ask` for what every node of the kind has from one prototype: found once, since walks ask often. */
function asking<Answer>(name: string): (node: Node, ...parameters: unknown[]) => Answer {
  let accessor: Accessor | undefined;
  return (node, ...parameters) =>
    (accessor ??= inherited(Object.getPrototypeOf(node), name)).apply(node, parameters) as Answer;
}

const firstChildOf = asking<ChildNode | null>('firstChild');
const nextSiblingOf = asking<ChildNode | null>('nextSibling');
const nodeTypeOf = asking<number>('nodeType');
const nodeValueOf = asking<string | null>('nodeValue');
const parentElementOf = asking<Element | null>('parentElement');
const localNameOf = asking<string>('localName');
const getAttributeOf = asking<string | null>('getAttribute');

function inherited(prototype: object, name: string): Accessor {
  for (let at: object | null = prototype; at; at = Object.getPrototypeOf(at)) {
    const own = Object.getOwnPropertyDescriptor(at, name);
    if (own) return own.get ?? (own.value as Accessor);
  }
  throw new TypeError(`The DOM has no ${name}.`);
}

/** The first match; throws `MissingElement` naming the selector when there is none. */
export function one(root: Root, selector: string): Element {
  const element = maybe(root, selector);
  if (!element) throw new MissingElement(`The page has no “${selector}” where one was expected.`);
  return element;
}

/** The first match, where the page may do without. */
export function maybe(root: Root, selector: string): Element | undefined {
  return (ask(root, 'querySelector', selector) as Element | null) ?? undefined;
}

/** Every match, in document order. */
export function all(root: Root, selector: string): Element[] {
  return Array.from(ask(root, 'querySelectorAll', selector) as NodeListOf<Element>);
}

/** Every element of that name, in document order; needs no selector engine, so it is quick anywhere. */
export function named(root: Root, name: string): Element[] {
  return listed(ask(root, 'getElementsByTagName', name) as HTMLCollection);
}

// Elements' ids are names in a collection, so that jsdom looks through all of them for each plain
// access; asking the prototype is quick everywhere.
function listed(collection: HTMLCollection): Element[] {
  const length = ask(collection, 'length') as number;
  return Array.from({ length }, (_, index) => ask(collection, 'item', index) as Element);
}

/** What an attribute says; `undefined` when it is not there. */
export function attribute(element: Element, name: string): string | undefined {
  return getAttributeOf(element, name) ?? undefined;
}

/** The names of an element's attributes, in the order in which they stand. */
export function attributeNames(element: Element): string[] {
  return ask(element, 'getAttributeNames') as string[];
}

/** Whether two elements are the same in name, attributes and everything inside. */
export function areEqual(one: Element, other: Element): boolean {
  return ask(one, 'isEqualNode', other) as boolean;
}

/** An element's name in lower case, as `article`. */
export function nameOf(element: Element): string {
  return localNameOf(element);
}

/** The element around this node. */
export function parentOf(node: Node): Element | undefined {
  return parentElementOf(node) ?? undefined;
}

/** The nearest element around this one that has that name, at most so many levels up. */
export function nearest(element: Element, name: string, levels = Infinity): Element | undefined {
  let at = parentOf(element);
  for (let level = 0; at && level < levels; level += 1, at = parentOf(at)) {
    if (nameOf(at) === name) return at;
  }
  return undefined;
}

/** The elements directly inside this one. */
export function childrenOf(element: Element): Element[] {
  return listed(ask(element, 'children') as HTMLCollection);
}

/** Whether `inner` is `outer` or lies in it. */
export function isWithin(inner: Element, outer: Element): boolean {
  for (let at: Element | undefined = inner; at; at = parentOf(at)) if (at === outer) return true;
  return false;
}

/** Whether `later` comes after `earlier` in the document, and not inside it. */
export function isAfter(later: Element, earlier: Element): boolean {
  // 4 is Node.DOCUMENT_POSITION_FOLLOWING, 16 is …_CONTAINED_BY.
  const position = ask(earlier, 'compareDocumentPosition', later) as number;
  return (position & 4) !== 0 && (position & 16) === 0;
}

const ELEMENT = 1;
const TEXT = 3;
const COMMENT = 8;

/** What `walk` tells of. All are optional; `enter` returning false passes over what is inside. */
export type Visitor = {
  readonly enter?: (element: Element) => boolean;
  readonly leave?: (element: Element) => void;
  readonly text?: (text: string, parent: Element) => void;
  readonly comment?: (text: string) => unknown;
};

/** Goes through everything inside `root` in document order, without recursion: nesting may be absurd. */
export function walk(root: Element, visitor: Visitor): void {
  let around = root;
  let node = firstChildOf(root);
  while (node || around !== root) {
    if (!node) {
      const left = around;
      visitor.leave?.(left);
      around = parentOf(left) ?? root;
      node = nextSiblingOf(left);
      continue;
    }
    const type = nodeTypeOf(node);
    if (type === TEXT) visitor.text?.(nodeValueOf(node) ?? '', around);
    if (type === COMMENT) visitor.comment?.(nodeValueOf(node) ?? '');
    const inside: ChildNode | null =
      type === ELEMENT && visitor.enter?.(node as Element) !== false ? firstChildOf(node) : null;
    if (inside) around = node as Element;
    else if (type === ELEMENT) visitor.leave?.(node as Element);
    node = inside ?? nextSiblingOf(node);
  }
}

/** An element's text on one line, without invisible characters, at most `longest` characters. */
export function textOf(element: Element, longest: number = LONGEST.line): string {
  return tidy((ask(element, 'textContent') as string | null) ?? '', longest);
}

// Control characters, direction marks, zero-width characters, tags and halves of characters can
// make one text look like another.
const INVISIBLE =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]+/gu;

// Most texts on a page are blank, or plain on one line.
const PLAIN = /^[!-~]*(?: [!-~]+)*$/;

/** One line of visible text, at most `longest` characters. */
export function tidy(text: string, longest: number): string {
  const trimmed = text.length > longest * 4 ? text : text.trim();
  if (trimmed.length <= longest && PLAIN.test(trimmed)) return trimmed;
  return text
    .slice(0, longest * 4)
    .replace(/\s+/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, longest)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
}
