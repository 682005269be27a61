/** A change to a page as a site might make it, by the element's place among all in `scope`. */
export type Mutation = {
  readonly at: number;
  readonly kind: Kind;
  /** The class, attribute, wrapper or place in a text that it is about. */
  readonly detail: string;
};

const KINDS = [
  'class renamed',
  'class renamed everywhere',
  'wrapped',
  'swapped with the next',
  'attribute dropped',
  'doubled',
  'text split',
] as const;
type Kind = (typeof KINDS)[number];

/**
 * Every change of these kinds that `scope` can undergo. Left out is what leaves no trace, so that no
 * reading could tell it from a page that always was so:
 * - an element removed: a paper may lack any field;
 * - two that are alike but for their words (`dd` and `dd`, one author and the next, whether or not
 *   each is a link), or two marked
 *   words of one sentence, swapped: the page then says something else, in the same markup;
 * - the data that a page ships beside what it shows, which not every page does;
 * - what is inside a drawn formula or picture: nobody reads it but by its whole.
 */
export function mutationsOf(scope: Element): Mutation[] {
  return elementsIn(scope).flatMap((element, at) => {
    if (at === 0 || element.parentElement?.closest(DRAWN)) return [];
    return KINDS.flatMap((kind) =>
      detailsOf(kind, element).map((detail) => ({ at, kind, detail })),
    );
  });
}

const DRAWN = 'svg, mjx-container, .MathJax, .MathJax_Preview';

function detailsOf(kind: Kind, element: Element): string[] {
  if (kind === 'class renamed' || kind === 'class renamed everywhere')
    return [...element.classList];
  if (kind === 'wrapped') return ['div', 'span'];
  if (kind === 'attribute dropped')
    return element.getAttributeNames().filter((name) => !/^data-(?:target|props)$/.test(name));
  if (kind === 'doubled') return [''];
  if (kind === 'text split') return textsIn(element).map((_, index) => String(index));
  const next = element.nextElementSibling;
  return next && !isAlike(element, next) ? [''] : [];
}

function isAlike(one: Element, other: Element): boolean {
  const isInProse = [...(one.parentElement?.childNodes ?? [])].some(
    (node) => node.nodeType === 3 && /\p{L}/u.test(node.nodeValue ?? ''),
  );
  const isOneList = /^\s*,\s*$/.test(one.nextSibling?.nodeValue ?? '');
  if (isOneList) return true;
  return one.localName === other.localName && (isInProse || marksOf(one) === marksOf(other));
}

function marksOf(element: Element): string {
  return [element.className, ...element.getAttributeNames().sort()].join(' ');
}

/** `scope` and everything in it, in document order. */
export function elementsIn(scope: Element): Element[] {
  return [scope, ...scope.querySelectorAll('*')];
}

function textsIn(element: Element): Text[] {
  return [...element.childNodes].filter(
    (node): node is Text => node.nodeType === 3 && (node.nodeValue ?? '').trim().length > 1,
  );
}

/** Changes the document that `scope` is in. */
export function mutate(scope: Element, { at, kind, detail }: Mutation): void {
  const element = elementsIn(scope)[at];
  if (!element) throw new Error(`There is no element ${at}.`);
  const changes: Record<Kind, () => void> = {
    'class renamed': () => element.classList.replace(detail, `new-${detail}`),
    'class renamed everywhere': () => {
      for (const each of elementsIn(scope)) each.classList.replace(detail, `new-${detail}`);
    },
    wrapped: () => {
      const wrapper = element.ownerDocument.createElement(detail);
      element.replaceWith(wrapper);
      wrapper.append(element);
    },
    'swapped with the next': () => swap(element, element.nextElementSibling),
    'attribute dropped': () => element.removeAttribute(detail),
    doubled: () => element.after(element.cloneNode(true)),
    'text split': () => {
      const text = textsIn(element)[Number(detail)];
      const trimmed = text?.data.trim() ?? '';
      text?.splitText(text.data.indexOf(trimmed) + 1 + ((at * 7) % (trimmed.length - 1)));
    },
  };
  changes[kind]();
}

function swap(element: Element, next: Element | null): void {
  if (!next) return;
  const mark = element.ownerDocument.createComment('');
  element.replaceWith(mark);
  next.replaceWith(element);
  mark.replaceWith(next);
}

/** `count` of all, spread over kinds, and the same for the same seed. */
export function sampled(all: readonly Mutation[], count: number, seed: number): Mutation[] {
  const random = mulberry32(seed);
  const shuffled = all
    .map((mutation) => ({ mutation, order: random() }))
    .sort((one, other) => one.order - other.order)
    .map(({ mutation }) => mutation);
  const queues = KINDS.map((kind) => shuffled.filter((mutation) => mutation.kind === kind));
  const longest = Math.max(...queues.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) =>
    queues.flatMap((queue) => queue[index] ?? []),
  )
    .flat()
    .slice(0, count);
}

/** Numbers from 0 to below 1 that look random; https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
