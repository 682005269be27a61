import { type TextAtom, textFinder, wordsWanted } from './marks';

/** What a row shows of a paper, and the texts it does not show. */
export type Told = {
  readonly title: string;
  readonly byline: string;
  readonly tags: readonly string[];
  readonly venue?: string | undefined;
  readonly abstract?: string | undefined;
  readonly note?: string | undefined;
};

/** Letters of a snippet before what was found, and from there on. */
const BEFORE = 50;
const AFTER = 130;

/**
 * For a search as typed: the passage of a note or an abstract that answers what nothing in the row
 * does. `undefined` when the search asks for no words that could stand there.
 */
export function whyFinder(search: string): ((told: Told) => string | undefined) | undefined {
  const asked = wordsWanted(search).filter(
    ({ field }) => field === undefined || field === 'abstract' || field === 'note',
  );
  if (asked.length === 0) return undefined;
  const finders = asked.map((atom) => ({ atom, find: textFinder([atom]) }));
  return (told) => {
    for (const { atom, find } of finders) {
      if (isShown(atom, find, told)) continue;
      for (const text of hiddenTexts(atom, told)) {
        const [words] = find(text);
        if (words !== undefined) return snippet(text, words);
      }
    }
    return undefined;
  };
}

function isShown(
  { field }: TextAtom,
  find: ReturnType<typeof textFinder>,
  { title, byline, venue = '', tags }: Told,
): boolean {
  const shown = [title, byline, venue, ...tags];
  return field === undefined && shown.some((text) => find(text).length > 0);
}

function hiddenTexts({ field }: TextAtom, { abstract, note }: Told): string[] {
  const texts = [field === 'abstract' ? '' : note, field === 'note' ? '' : abstract];
  return texts.filter((text) => text !== undefined && text !== '') as string[];
}

function snippet(text: string, words: string): string {
  const flat = text.replace(/\s+/g, ' ');
  const at = placeOf(flat, words.replace(/\s+/g, ' '));
  const blank = flat.indexOf(' ', Math.max(0, at - BEFORE));
  // Some scripts have no blanks to cut at.
  const start = blank >= 0 && blank < at ? blank + 1 : at - BEFORE;
  const from = at <= BEFORE ? 0 : start;
  const end = flat.length - at <= AFTER ? flat.length : flat.lastIndexOf(' ', at + AFTER);
  const to = end > at ? end : at + AFTER;
  const passage = flat.slice(from, to).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
  return `${from > 0 ? '… ' : ''}${passage}${to < flat.length ? ' …' : ''}`;
}

/** Where these words stand by themselves: `art` also stands in `start`. */
function placeOf(text: string, words: string): number {
  const literal = words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const alone = new RegExp(`(?<![A-Za-z0-9])${literal}(?![A-Za-z0-9])`, 'u').exec(text)?.index;
  return alone ?? Math.max(0, text.indexOf(words));
}
