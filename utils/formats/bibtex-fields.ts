import type { Paper } from '@/utils/domain/paper';
import { arxivIdOf, paperUrl } from '@/utils/domain/paper-id';
import { protectCapitals } from './protect-capitals';
import { authorField } from './bibtex-name';
import { publication } from './publication';
import { cleanText, withoutEmoji } from './tex/clean';
import { escapeText } from './tex/escape';
import { readTitle } from './tex/read-title';
import { titleTex } from './tex/title-tex';

type Field = readonly [name: string, value: string];

const LONGEST_NOTE = 20_000;
const LONGEST_TAG = 200;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The fields of a preprint's entry in their order, each value as it stands after `=`. */
export function entryFields(
  paper: Paper,
  tags: readonly string[],
  note: string,
): { readonly fields: readonly Field[]; readonly dropped: string; readonly lacksAuthors: boolean } {
  const title = withoutEmoji(cleanText(paper.title, 4000));
  const reader = withoutEmoji(cleanText(note, LONGEST_NOTE));
  const keywords = withoutEmoji(tags.map(keyword).filter(Boolean).join(', '));
  const authors = authorField(paper.authors ?? [], paper.authorCount);
  const day = publication(paper);
  const fields = [
    ...braced('title', titleTex(protectCapitals(readTitle(title.text)))),
    ...(authors === undefined ? unknownAuthors(paper) : braced('author', authors)),
    ...(day ? braced('year', day.year) : []),
    ...(day ? [['month', MONTHS[day.month - 1] ?? 'jan'] as const] : []),
    ...place(paper),
    ...braced('keywords', escapeText(keywords.text)),
    ...braced('annote', escapeText(reader.text)),
  ];
  const dropped = [...new Set(title.dropped + keywords.dropped + reader.dropped)].join('');
  return { fields, dropped, lacksAuthors: authors === undefined };
}

function braced(name: string, value: string): Field[] {
  return value === '' ? [] : [[name, `{${value}}`]];
}

/** Commas part keywords, so a tag's own become slashes. */
function keyword(tag: string): string {
  return cleanText(tag, LONGEST_TAG).replace(/\s*[,;]\s*/g, ' / ');
}

/**
 * Where authors would stand: `key`, by which styles sort entries without authors, and
 * `authorstatus`, which no style prints and which tells whoever reads the file.
 */
function unknownAuthors({ id, title, authorCount }: Paper): Field[] {
  const words =
    cleanText(title, 4000)
      .match(/[A-Za-z0-9]+/g)
      ?.slice(0, 4) ?? [];
  const count =
    authorCount === undefined
      ? ''
      : ` (${authorCount} ${authorCount === 1 ? 'author' : 'authors'})`;
  return [
    ...braced('key', words.join(' ') || id.replace(/[^A-Za-z0-9]+/g, ' ')),
    ...braced('authorstatus', `unknown: the listing gave no author names${count}`),
  ];
}

function place({ id, links }: Paper): Field[] {
  const arxiv = arxivIdOf(id);
  if (arxiv !== undefined) {
    return [
      ...braced('howpublished', `arXiv preprint arXiv:${arxiv}`),
      ...braced('url', paperUrl(id)),
    ];
  }
  const doi = id.startsWith('doi:') ? id.slice('doi:'.length).replace(/[{}\\%\s]/g, '') : '';
  return [...braced('doi', doi), ...braced('url', address(links?.page ?? ''))];
}

/** An address for `\url`, in which braces, blanks and backslashes must not stand. */
function address(url: string): string {
  return /^https?:\/\//.test(url) ? encodeURI(url).replace(/%25(?=[\da-fA-F]{2})/g, '%') : '';
}
