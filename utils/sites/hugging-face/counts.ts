import type { Piece } from './survey';

const COUNT = /^(\d[\d.,]*[km]?)$/i;

/**
 * The upvotes: the number in the box to vote, where `-` stands for none. The box is in a link to
 * the login for strangers and has none for those logged in.
 */
export function upvotesIn(pieces: readonly Piece[]): number | undefined {
  const box = pieces.filter(({ zone }) => zone === 'vote').map(({ text }) => text);
  const texts = [...box, ...pieces.flatMap(({ text }) => /^upvoted? .+$/i.exec(text)?.[0] ?? [])];
  for (const text of texts) {
    const shown = text.replace(/^upvoted?\s*/i, '');
    if (/^[-–—]$/u.test(shown)) return 0;
    if (COUNT.test(shown)) return readCount(shown);
  }
  return undefined;
}

/** The comments: the number in the link to the discussion. */
export function commentsIn(pieces: readonly Piece[]): number | undefined {
  const shown = pieces.find(({ zone, text }) => zone === 'comments' && COUNT.test(text));
  return shown && readCount(shown.text);
}

/** How many authors the card says there are: `4 authors`, `· 533 authors`, `1 author`. */
export function authorCountIn(pieces: readonly Piece[]): number | undefined {
  const text = pieces.map((piece) => piece.text).join(' ');
  const [, count] = /(?:^|[^\d.,\w])(\d[\d,]{0,9}) authors?(?!\w)/i.exec(text) ?? [];
  return count === undefined ? undefined : Number(count.replaceAll(',', ''));
}

/** A count as the site shortens it: `843`, `1,204`, `1.54k`. */
export function readCount(text: string): number | undefined {
  const [, digits = '', unit = ''] = /^([\d.,]+)([km]?)$/i.exec(text) ?? [];
  const factor = { k: 1_000, m: 1_000_000 }[unit.toLowerCase()];
  const number =
    factor === undefined
      ? Number(digits.replaceAll(/[.,]/g, ''))
      : Math.round(Number(digits.replaceAll(',', '')) * factor);
  return Number.isSafeInteger(number) ? number : undefined;
}
