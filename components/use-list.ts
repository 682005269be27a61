import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Library, Question } from '@/utils/domain/library';
import type { PaperId } from '@/utils/domain/paper-id';
import type { Tag } from '@/utils/domain/tag';
import { marksFor } from '@/utils/query/marks';
import type { Asked, Reads } from './finder';
import type { ListAction } from './list-keys';
import type { Selecting } from './paper-list';
import { actOnMany } from './many-verbs';
import { asksForWords } from './asks-for-words';
import { type RowPlace, rowVerbs } from './row-verbs';
import { FIRST_VIEW, type View } from './sort-menu';
import { type OnProgress, useBulk } from './use-bulk';
import type { Changes } from './use-changes';
import { type ExportPlace, type ExportScope, useExport } from './use-export';
import { useMoving } from './use-moving';
import { usePageKeys } from './use-page-keys';
import { useDays, useSavedPapers } from './use-saved-papers';
import { useInside } from './use-inside';
import { type Selection, useSelection } from './use-selection';

export type ListParts = {
  /** What to find first. */
  readonly startQuery?: string | undefined;
  /** Told of everything that is looked for. */
  readonly onQuery?: ((query: string) => void) | undefined;
  readonly view?: View | undefined;
  readonly reads: Reads;
  readonly library: Library;
  readonly changes: Changes;
  readonly onProgress: OnProgress;
  readonly place: ExportPlace & RowPlace;
  /** Where there is room for a paper's details beside the list, which tell its history. */
  readonly actsOn?: Library['actsOn'];
};

/** All state of the list of saved papers and what changes it, apart from how it looks. */
export function useList(parts: ListParts) {
  const { reads, changes, view = FIRST_VIEW } = parts;
  const asked = useQuestion(parts, view);
  const { question, query } = asked;
  const [help, setHelp] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const selection = useSelection();
  const extras = view.layout === 'columns' || asksForWords(query);
  const found = useFound(reads, { ...question, extras }, changes.revision + attempt);
  const { papers } = found;
  const beside = parts.actsOn !== undefined;
  const { setCurrent, leave, ...moving } = useMoving(papers, beside, input);
  const tags = useTags(reads, changes.revision);
  const onGone = (ids: readonly PaperId[]): void => {
    selection.drop(ids);
    leave(ids);
  };
  const bulk = useBulk({ ...parts, ids: selection.ids, onGone, onDone: moving.goBack });
  const search = (next: string): void => {
    asked.setQuery(next);
    parts.onQuery?.(next);
    setCurrent(0);
  };
  const { select, selectAll } = selecting(reads, question, selection);
  const inside = useInside(reads, question, selection, changes.revision);
  const switchTrash = (next: boolean): void => {
    asked.setTrashed(next);
    moving.onEditing(undefined);
    setCurrent(0);
    selection.set([]);
  };
  const exporting = useExporting(parts, asked, selection);
  const onKey = (action: ListAction): void => {
    if (action === 'undo') changes.undo();
    else if (action === 'keys') setHelp(true);
    else if (action === 'all') selectAll(true);
    else if (action === 'next') firstSeen(list.current)?.focus();
    else input.current?.select();
  };
  const verbs = rowVerbs({ ...parts, tags, search, select, onGone });
  usePageKeys({
    onExport: exporting.exportNow,
    onLookFirst: exporting.lookFirst,
    onUndo: () => changes.undo(),
    onHelp: () => setHelp(true),
  });
  return {
    ...asked,
    ...moving,
    ...exporting,
    help,
    input,
    list,
    selection,
    papers,
    days: found.days,
    marks: useMemo(() => marksFor(query), [query]),
    layout: view.layout,
    beside,
    inside,
    isSettled(): boolean {
      const revision = changes.settled();
      return revision !== undefined && revision + attempt === found.revision;
    },
    onSelected: actOnMany({ ...parts, papers, tags, selection, bulk }),
    tags,
    bulk,
    verbs,
    search,
    selectAll,
    switchTrash,
    onKey,
    onSight: found.look,
    onRetry: () => setAttempt(attempt + 1),
    onHelp: setHelp,
  };
}

/** What was seen and not saved goes on where the list ends. */
function firstSeen(list: HTMLElement | null): HTMLElement | null | undefined {
  return list?.closest('.scroll')?.querySelector<HTMLElement>('.seen-row');
}

/** Exports of what is selected, or else of what is found: at once, or after a look. */
function useExporting(
  { reads, library, place, onProgress }: ListParts,
  { query, trashed }: Pick<ReturnType<typeof useQuestion>, 'query' | 'trashed'>,
  selection: Selection,
) {
  const [looking, setLooking] = useState<ExportScope>();
  const idsOf = useIdsOf(reads);
  const task = useExport({ library, place, idsOf, onProgress });
  const scope = (): ExportScope => {
    const ids = [...selection.ids];
    return ids.length > 0 ? { kind: 'selected', ids } : { kind: 'query', query };
  };
  return {
    task,
    looking,
    idsOf,
    onLooked: () => setLooking(undefined),
    exportNow(): void {
      if (!trashed && task.state.kind !== 'writing') task.run(scope());
    },
    lookFirst(): void {
      if (!trashed) setLooking(scope());
    },
  };
}

/** The papers of an export, the latest saved first. */
function useIdsOf(reads: Reads) {
  return useCallback(
    (scope: ExportScope): Promise<readonly PaperId[]> =>
      scope.kind === 'selected'
        ? Promise.resolve(scope.ids)
        : reads.findIds({ query: scope.query, sort: 'saved' }),
    [reads],
  );
}

/** Picks papers: one, all since the one before, or all that were found. */
function selecting(reads: Reads, question: Question, selection: Selection) {
  // By the papers and not by their rows: the list may have been sorted anew since.
  const add = async (anchor: PaperId, id: PaperId): Promise<void> => {
    const ids = await reads.findIds(question);
    const ends = [ids.indexOf(anchor), ids.indexOf(id)];
    if (ends.includes(-1)) selection.toggle(id);
    else selection.add(ids.slice(Math.min(...ends), Math.max(...ends) + 1));
  };
  const set = async (all: boolean): Promise<void> => {
    const ids = await reads.findIds(question);
    if (all) selection.add(ids);
    else selection.drop(ids);
  };
  return {
    select(id: PaperId, how: Selecting): void {
      const anchor = selection.anchor();
      if (how === 'one' || anchor === undefined) selection.toggle(id);
      else void add(anchor, id);
    },
    selectAll: (all: boolean): void => void set(all),
  };
}

/** In the order they were saved: so are answers by relevance to a query without words. */
function isByDay({ sort = 'relevance', query, trashed }: Question): boolean {
  if (trashed === true) return false;
  return sort === 'saved' || (sort === 'relevance' && !asksForWords(query));
}

/** What is found, and where its days begin. */
function useFound(reads: Reads, question: Asked, revision: number) {
  const found = useSavedPapers(reads, question, revision);
  return { ...found, days: useDays(reads, found.papers, isByDay(question), found.revision) };
}

function useQuestion({ startQuery = '' }: ListParts, { sort, reversed }: View) {
  const [query, setQuery] = useState(startQuery);
  const [trashed, setTrashed] = useState(false);
  const question: Question = { query, trashed, sort, reversed };
  return { query, trashed, question, setQuery, setTrashed };
}

/** Every tag there is. Without them the fields still work, so a failure here shows no error of its own. */
function useTags(reads: Reads, revision: number): readonly Tag[] {
  const [tags, setTags] = useState<readonly Tag[]>([]);
  useEffect(() => {
    reads.tags().then(setTags, () => setTags([]));
  }, [reads, revision]);
  return tags;
}
