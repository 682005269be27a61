import type { IsoDate, Paper, PaperField, Reading } from '@/utils/domain/paper';
import { assertedDoi } from '@/utils/domain/asserted-publication';
import { type PaperId, doiOf, doiPaperId } from '@/utils/domain/paper-id';
import { LONGEST, MissingElement, attribute } from '@/utils/page/select';
import { authorsIn, subjectsIn } from './fields';
import { wordsOf } from './words';

/** The elements that hold a paper's fields, wherever on arXiv they stand. */
export type Fields = {
  readonly title?: Element | undefined;
  readonly authors?: Element | undefined;
  readonly abstract?: Element | undefined;
  readonly comment?: Element | undefined;
  readonly journalRef?: Element | undefined;
  readonly subjects?: Element | undefined;
};

/** What else a page tells of a paper, read already. */
export type Told = Pick<
  Paper,
  | 'published'
  | 'updated'
  | 'listed'
  | 'version'
  | 'doi'
  | 'aliases'
  | 'primaryCategory'
  | 'categories'
>;

/** Reads a paper from its elements. Throws `MissingElement` when it has no title. */
export function readEntry(id: PaperId, fields: Fields, told: Told = {}): Reading {
  const title = fields.title && wordsOf(fields.title, LONGEST.title);
  if (!title) throw new MissingElement('The entry has no title.');
  const paper: Paper = {
    id,
    title,
    ...(fields.authors && authorsIn(fields.authors)),
    ...textIn('abstract', fields.abstract),
    ...told,
    ...textIn('comment', fields.comment),
    ...textIn('journalRef', fields.journalRef),
    ...(fields.subjects && subjectsIn(fields.subjects)),
  };
  const { id: _id, ...known } = paper;
  const sources = Object.fromEntries(Object.keys(known).map((field) => [field, 'page']));
  return { paper, sources: sources as Partial<Record<PaperField, 'page'>> };
}

function textIn(
  field: 'abstract' | 'comment' | 'journalRef',
  element: Element | undefined,
): Partial<Paper> {
  const text = element && wordsOf(element, field === 'abstract' ? LONGEST.abstract : 2_000);
  return text ? { [field]: text } : {};
}

/** A day, where there is one, as the field `name`. */
export function dated<Name extends string>(
  name: Name,
  day: IsoDate | undefined,
): { readonly [Key in Name]?: IsoDate } {
  return day === undefined ? {} : ({ [name]: day } as { readonly [Key in Name]?: IsoDate });
}

/** The DOI that the first of these links leads to, and the identities of all that are of published versions. */
export function doiAmong(links: readonly Element[]): Pick<Told, 'doi' | 'aliases'> {
  const resolved = /^https?:\/\/(?:dx\.)?doi\.org\//;
  const ids = links.flatMap((link) => {
    const href = attribute(link, 'href') ?? '';
    return (resolved.test(href) && doiPaperId(decoded(href))) || [];
  });
  const dois = ids.flatMap((id) => doiOf(id) ?? []);
  const [doi] = dois;
  if (doi === undefined) return {};
  const published = dois.flatMap((one) => assertedDoi({ doi: one }) ?? []);
  const aliases = [...new Set(published)].flatMap((one) => doiPaperId(one) ?? []);
  return { doi, ...(aliases.length > 0 && { aliases }) };
}

/** arXiv writes the signs of a DOI encoded into its address: `10.1002/%28SICI%29…`. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
