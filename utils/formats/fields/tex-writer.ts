import type { Protection } from '@/utils/domain/citing';
import { withoutEmoji } from '../tex/clean';
import { type Escaping, escapeText, isPlainTex } from '../tex/escape';
import { readAbstract, readTitle } from '../tex/read-title';
import { titleTex } from '../tex/title-tex';
import type { Authors } from './authors';
import { nameList } from './bibtex-name';
import { bracedCapitals } from './protect-capitals';
import { protectTitle } from './protect-title';

/** Writes the values of one entry as LaTeX, and remembers what no LaTeX font has. */
export type TexWriter = {
  title(text: string): string;
  abstract(text: string): string;
  text(text: string): string;
  names(authors: Authors): string;
  /** The characters that were left out so far. */
  dropped(): string;
};

/** A writer for one entry. */
export function texWriter(escaping: Escaping, protection: Protection): TexWriter {
  let dropped = '';
  const printable = (text: string): string => {
    const kept = withoutEmoji(text);
    if (kept.dropped !== '') dropped = [...new Set(dropped + kept.dropped)].join('');
    return kept.text;
  };
  return {
    title(text) {
      const runs = readTitle(printable(text));
      const [only] = runs;
      const isPlain = runs.length === 1 && only?.kind === 'text' && isPlainTex(only.text);
      // Most titles are words that need nothing but their braces.
      if (isPlain && protection === 'smart') return bracedCapitals(only.text);
      return titleTex(protectTitle(runs, protection), escaping);
    },
    abstract: (text) => titleTex(protectTitle(readAbstract(printable(text)), 'none'), escaping),
    text: (text) => escapeText(printable(text), escaping),
    names: (authors) => nameList(authors, escaping),
    dropped: () => dropped,
  };
}
