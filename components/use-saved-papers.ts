import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DayGroup } from '@/utils/domain/library';
import { type Asked, type Papers, type Reads, finder } from './finder';

/** The saved papers that answer a question, and how to get to more of them. */
export type SavedPapers = {
  readonly papers: Papers;
  /** The revision of the library that the rows are of. */
  readonly revision: number;
  readonly look: (pages: readonly number[]) => void;
};

type Shown = { readonly papers: Papers; readonly revision: number };

/** Finds the first page, and finds again when the question or `revision` changes. */
export function useSavedPapers(reads: Reads, question: Asked, revision: number): SavedPapers {
  const { query, trashed, sort, reversed, extras } = question;
  const [shown, setShown] = useState<Shown>({ papers: { kind: 'loading' }, revision: -1 });
  const asked = useRef(revision);
  const search = useMemo(
    () => finder(reads, (papers) => setShown({ papers, revision: asked.current })),
    [reads],
  );
  useEffect(() => {
    asked.current = revision;
    search.ask({
      query,
      ...(trashed !== undefined && { trashed }),
      ...(sort && { sort }),
      ...(reversed !== undefined && { reversed }),
      ...(extras === true && { extras }),
    });
  }, [search, query, trashed, sort, reversed, extras, revision]);
  useEffect(() => search.stop, [search]);
  return { ...shown, look: search.look };
}

/** Papers in view after which the days of the rest are asked for, in ms. */
const PAUSE_MS = 60;

/** The day each row begins, by row, and how many were saved on it. */
export type Days = ReadonlyMap<number, { readonly day: string; readonly count: number }>;

const NO_DAYS: Days = new Map();

/** Where days begin in a list by the time of saving; none in any other. Never before the first rows. */
export function useDays(reads: Reads, papers: Papers, isWanted: boolean, revision: number): Days {
  const [days, setDays] = useState<Days>(NO_DAYS);
  const question = isWanted && papers.kind === 'found' ? papers.question : undefined;
  const total = papers.kind === 'found' ? papers.total : 0;
  useEffect(() => {
    if (!question) {
      setDays(NO_DAYS);
      return undefined;
    }
    let isLatest = true;
    const timer = setTimeout(() => {
      reads.findDays(question).then(
        (groups) => isLatest && setDays(counted(groups, total)),
        // Without them the list is whole all the same.
        () => isLatest && setDays(NO_DAYS),
      );
    }, PAUSE_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [reads, question, total, revision]);
  return days;
}

function counted(groups: readonly DayGroup[], total: number): Days {
  return new Map(
    groups.map(({ day, from }, index) => [
      from,
      { day, count: (groups[index + 1]?.from ?? total) - from },
    ]),
  );
}
