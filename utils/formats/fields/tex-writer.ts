import type { Protection } from '@/utils/domain/citing';
import { withoutEmoji } from '../tex/clean';
import { type Escaping, escapeText } from '../tex/escape';
import { readAbstract, readTitle } from '../tex/read-title';
import { titleTex } from '../tex/title-tex';
import type { Authors } from './authors';
import { nameList } from './bibtex-name';
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
  const dropped = new Set<string>();
  const printable = (text: string): string => {
    const kept = withoutEmoji(text);
    for (const char of kept.dropped) dropped.add(char);
    return kept.text;
  };
  return {
    title: (text) => titleTex(protectTitle(readTitle(printable(text)), protection), escaping),
    abstract: (text) => titleTex(protectTitle(readAbstract(printable(text)), 'none'), escaping),
    text: (text) => escapeText(printable(text), escaping),
    names: (authors) => nameList(authors, escaping),
    dropped: () => [...dropped].join(''),
  };
}
