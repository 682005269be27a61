import type { IsoDate, Paper, PaperField, Reading } from '@/utils/domain/paper';
import { MissingElement } from '@/utils/page/select';

/** What was read of a paper on a page. Throws `MissingElement` when it has no title. */
export function pageReading(paper: Paper): Reading {
  if (paper.title === '') throw new MissingElement('The entry has no title.');
  const { id: _id, ...known } = paper;
  const sources = Object.fromEntries(Object.keys(known).map((field) => [field, 'page']));
  return { paper, sources: sources as Partial<Record<PaperField, 'page'>> };
}

/** A text as the field `name`, where there is any. */
export function told<Name extends string>(
  name: Name,
  text: string | undefined,
): { readonly [Key in Name]?: string } {
  return text === undefined || text === ''
    ? {}
    : ({ [name]: text } as { readonly [Key in Name]?: string });
}

/** A day, where there is one, as the field `name`. */
export function dated<Name extends string>(
  name: Name,
  day: IsoDate | undefined,
): { readonly [Key in Name]?: IsoDate } {
  return told(name, day);
}
