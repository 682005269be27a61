import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Library, Question } from '@/utils/domain/library';
import type { PaperId } from '@/utils/domain/paper-id';
import type { Tag } from '@/utils/domain/tag';
import { marksFor } from '@/utils/query/marks';
import { type Reads, rowAt } from './finder';
import type { ListAction } from './list-keys';
import type { Editing, Selecting, Target } from './paper-list';
import { type RowPlace, rowVerbs } from './row-verbs';
import { FIRST_VIEW, type View } from './sort-menu';
import { type OnProgress, useBulk } from './use-bulk';
import type { Changes } from './use-changes';
import { type ExportPlace, type ExportScope, useExport } from './use-export';
import { usePageKeys } from './use-page-keys';
import { useDays, useSavedPapers } from './use-saved-papers';
import { type Selection, useSelection } from './use-selection';

export type ListParts = {
  /** What to find first. */
  readonly startQuery?: string | undefined;
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
  const { setCurrent, go, ...keyboard } = useCurrent();
  const [editing, setEditing] = useState<Editing>();
  const [help, setHelp] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const selection = useSelection();
  const { papers, look, days } = useFound(reads, question, changes.revision + attempt);
  const tags = useTags(reads, changes.revision);
  const bulk = useBulk({ ...parts, ids: selection.ids, onGone: selection.drop });
  const search = (next: string): void => {
    asked.setQuery(next);
    setCurrent(0);
  };
  const { select, selectAll } = selecting(reads, question, selection);
  const switchTrash = (next: boolean): void => {
    asked.setTrashed(next);
    setEditing(undefined);
    setCurrent(0);
    selection.set([]);
  };
  const exporting = useExporting(parts, asked, selection);
  // Details that stand beside the list follow the row the keyboard is on.
  const follow = (index: number): void => {
    setCurrent(index);
    const row = papers.kind === 'found' ? rowAt(papers, index) : undefined;
    if (row && editing && parts.actsOn && row.id !== editing.id) {
      setEditing({ id: row.id, focus: undefined });
    }
  };
  const onKey = (action: ListAction): void => {
    if (action === 'undo') changes.undo();
    else if (action === 'keys') setHelp(true);
    else if (action === 'all') selectAll(true);
    else input.current?.select();
  };
  const verbs = rowVerbs({ ...parts, tags, search, select, onGone: selection.drop });
  usePageKeys({
    onExport: exporting.exportNow,
    onLookFirst: exporting.lookFirst,
    onUndo: () => changes.undo(),
    onHelp: () => setHelp(true),
  });
  return {
    ...asked,
    ...keyboard,
    ...exporting,
    editing,
    help,
    input,
    list,
    selection,
    papers,
    days,
    marks: useMemo(() => marksFor(query), [query]),
    layout: view.layout,
    beside: parts.actsOn !== undefined,
    tags,
    bulk,
    verbs,
    search,
    selectAll,
    switchTrash,
    onKey,
    onCurrent: follow,
    onGo(index: number): void {
      go(index);
      follow(index);
    },
    onEditing: setEditing,
    onSight: look,
    onRetry: () => setAttempt(attempt + 1),
    onHelp: setHelp,
  };
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
  const add = async (from: number, to: number): Promise<void> =>
    selection.add(await reads.findIds(question, from, to));
  const set = async (all: boolean): Promise<void> =>
    selection.set(all ? await reads.findIds(question) : []);
  return {
    select(id: PaperId, row: number, how: Selecting): void {
      const anchor = selection.anchor();
      if (how === 'one' || anchor === undefined) selection.toggle(id, row);
      else void add(Math.min(anchor, row), Math.max(anchor, row) + 1);
    },
    selectAll: (all: boolean): void => void set(all),
  };
}

/** What is found, and where its days begin. */
function useFound(reads: Reads, question: Question, revision: number) {
  const found = useSavedPapers(reads, question, revision);
  return { ...found, days: useDays(reads, found.papers, question.sort === 'saved') };
}

function useQuestion({ startQuery = '' }: ListParts, { sort, reversed }: View) {
  const [query, setQuery] = useState(startQuery);
  const [trashed, setTrashed] = useState(false);
  const question: Question = { query, trashed, sort, reversed };
  return { query, trashed, question, setQuery, setTrashed };
}

/** The row the keyboard is on, and the one it was sent to. */
function useCurrent() {
  const [current, setCurrent] = useState(0);
  const [target, setTarget] = useState<Target>();
  const go = useCallback((index: number): void => {
    setCurrent(index);
    setTarget({ index });
  }, []);
  return { current, setCurrent, target, go };
}

/** Every tag there is. Without them the fields still work, so a failure here shows no error of its own. */
function useTags(reads: Reads, revision: number): readonly Tag[] {
  const [tags, setTags] = useState<readonly Tag[]>([]);
  useEffect(() => {
    reads.tags().then(setTags, () => setTags([]));
  }, [reads, revision]);
  return tags;
}
