import type { CitedWork } from './cited-work';

const NEEDS_CONTAINER = new Set(['article', 'inproceedings', 'incollection']);

/**
 * The entry type of a work that is no preprint. Without what styles demand of a type (authors, year,
 * the journal or book) they would complain and print half a line, and `misc` demands nothing.
 */
export function entryType(work: CitedWork): string {
  const { kind, authors, editors, date, container } = work;
  const hasPeople = authors !== undefined || (kind === 'book' && editors !== undefined);
  const hasPlace = !NEEDS_CONTAINER.has(kind) || container !== undefined;
  return kind !== 'preprint' && hasPeople && hasPlace && date !== undefined ? kind : 'misc';
}
