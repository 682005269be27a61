import { attribute, childrenOf, LONGEST, nameOf, parentOf, tidy, walk } from '@/utils/page/select';
import { linkedPaper } from './paper-link';

/** One stretch of text on a card without an element or comment in it, and where it stands. */
export type Piece = {
  readonly text: string;
  readonly parent: Element;
  /** The link around it. */
  readonly link: Element | undefined;
  readonly zone: Zone | undefined;
};

/** Parts of a card whose numbers mean something of their own. */
type Zone = 'vote' | 'comments' | 'authors';

/** A picture or film on a card. */
export type Medium = {
  readonly element: Element;
  readonly link: Element | undefined;
  readonly zone: Zone | undefined;
};

/** What a card holds, gathered in one pass; its headings are left out. */
export type Survey = {
  readonly pieces: readonly Piece[];
  readonly links: readonly Element[];
  readonly paragraphs: readonly Element[];
  readonly media: readonly Medium[];
};

const UNREAD = /^(?:h[1-6]|svg|dialog|script|style|template|noscript|textarea|select|offprint-.*)$/;

/** Most pieces of text and links taken from one card; real cards have some 30. */
const MOST = 2_000;

/** Goes through a card once, up to the element that `endsAt` says is no longer part of it. */
export function survey(card: Element, endsAt: (element: Element) => boolean = () => false): Survey {
  const pieces: Piece[] = [];
  const links: Element[] = [];
  const paragraphs: Element[] = [];
  const media: Medium[] = [];
  let isOver = false;
  const linksAround: Element[] = [];
  const zones: { element: Element; zone: Zone }[] = [];
  const where = (): Pick<Piece, 'link' | 'zone'> => ({
    link: linksAround.at(-1),
    zone: zones.at(-1)?.zone,
  });
  // A framework may set one text as several nodes: `5` and `33 authors` are one.
  let texts: string[] = [];
  let around = card;
  const flush = (parent: Element): void => {
    const tidied = tidy(texts.join(''), LONGEST.line);
    texts = [];
    if (!isOver && tidied !== '' && pieces.length < MOST)
      pieces.push({ text: tidied, parent, ...where() });
  };
  walk(card, {
    enter(element) {
      if (texts.length > 0) flush(parentOf(element) ?? card);
      const name = nameOf(element);
      isOver ||= endsAt(element);
      if (isOver || UNREAD.test(name)) return false;
      const zone = zoneOf(element, name);
      if (zone) zones.push({ element, zone });
      if (name === 'a') linksAround.push(element);
      if (name === 'a' && links.length < MOST) links.push(element);
      if (name === 'p' && paragraphs.length < MOST) paragraphs.push(element);
      if (name === 'img' || name === 'video') media.push({ element, ...where() });
      return true;
    },
    leave(element) {
      if (texts.length > 0) flush(element);
      if (linksAround.at(-1) === element) linksAround.pop();
      if (zones.at(-1)?.element === element) zones.pop();
    },
    text(text, parent) {
      texts.push(text);
      around = parent;
    },
    comment() {
      if (texts.length > 0) flush(around);
    },
  });
  if (texts.length > 0) flush(card);
  return { pieces, links, paragraphs, media };
}

function zoneOf(element: Element, name: string): Zone | undefined {
  if (name === 'ul' || name === 'li') return 'authors';
  if (name === 'label' || attribute(element, 'role') === 'checkbox') return 'vote';
  if (name === 'a') {
    if (/\/login\?next=/.test(attribute(element, 'href') ?? '')) return 'vote';
    return linkedPaper(element)?.isDiscussion ? 'comments' : undefined;
  }
  if (name !== 'div' && name !== 'button') return undefined;
  // Whoever is logged in votes in a box without a link to the login.
  const [first] = childrenOf(element);
  const isBox =
    first && nameOf(first) === 'input' && attribute(first, 'type')?.toLowerCase() === 'checkbox';
  return isBox ? 'vote' : undefined;
}
