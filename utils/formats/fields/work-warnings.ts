import type { Citable, CitationWarning } from '@/utils/domain/citing';
import type { CitedWork } from './cited-work';

/** What to know before using a citation in a format that can hold every character. */
export function warningsOf({ paper }: Citable, { authors }: CitedWork): readonly CitationWarning[] {
  if (authors) return [];
  return [{ code: 'authors-unknown', id: paper.id, title: paper.title.slice(0, 200) }];
}
