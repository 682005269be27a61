import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Papers, type Question, type Reads, finder } from './finder';

/** The saved papers that answer a question, and how to get more of them. */
export type SavedPapers = { readonly papers: Papers; readonly more: () => void };

/** Finds the first page, and finds again when the question or `revision` changes. */
export function useSavedPapers(reads: Reads, question: Question, revision: number): SavedPapers {
  const { query, trashed } = question;
  const [papers, setPapers] = useState<Papers>({ kind: 'loading' });
  const search = useMemo(() => finder(reads, setPapers), [reads]);
  useEffect(() => search.ask({ query, trashed }), [search, query, trashed, revision]);
  useEffect(() => search.stop, [search]);
  return { papers, more: search.more };
}
