import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Library } from '@/utils/domain/library';
import type { Tag } from '@/utils/domain/tag';
import { ExportReport } from './export-report';
import { ExportBar, ListHead, SearchBar } from './list-bars';
import { ListHelp } from './list-help';
import type { ListAction } from './list-keys';
import { ListInstead } from './list-states';
import { type Editing, PaperList, focusRow } from './paper-list';
import { type RowPlace, rowVerbs } from './row-verbs';
import { Toast } from './toast';
import type { Changes } from './use-changes';
import { type ExportPlace, useExport } from './use-export';
import { usePageKeys } from './use-page-keys';
import { type Reads, everyRow } from './finder';
import { useSavedPapers } from './use-saved-papers';
import { useSelection } from './use-selection';

export type SavedPapersProps = {
  /** What to find first. */
  readonly startQuery?: string | undefined;
  readonly reads: Reads;
  readonly library: Library;
  readonly changes: Changes;
  readonly place: ExportPlace & RowPlace;
  /** The page's heading, seen or only heard. */
  readonly heading: ComponentChildren;
  /** Beside the search field. */
  readonly tools?: ComponentChildren;
  /** Between the search field and the list. */
  readonly strip?: ComponentChildren;
  /** What stands where no paper was ever saved. */
  readonly welcome: ComponentChildren;
  /** At the end of the bar below the list. */
  readonly links?: ComponentChildren;
};

/** The saved papers: find, edit, select, export, trash and bring back. */
export function SavedPapers(props: SavedPapersProps): JSX.Element {
  const state = useList(props);
  const { query, trashed, selection, papers, task, input, list } = state;
  const { changes } = props;
  const found = papers.kind === 'found' ? papers : undefined;
  return (
    <div class="saved-papers">
      <header class="top">
        {props.heading}
        <SearchBar
          query={query}
          input={input}
          suggest={props.reads.suggest}
          onQuery={state.search}
          onKeyDown={(event) => leaveSearch(event, query, list.current, state.search)}
        >
          {props.tools}
        </SearchBar>
        {props.strip}
        {papers.kind !== 'failed' && (
          <ListHead
            total={found?.total}
            filtered={query.trim() !== ''}
            selected={selection.ids.size}
            trashed={trashed}
            onSelectAll={(all) => void state.selectAll(all)}
            onTrashed={state.switchTrash}
            onHelp={state.openHelp}
          />
        )}
      </header>
      <main class="scroll">
        {found && found.rows.length > 0 ? (
          <PaperList {...state} rows={found.rows} more={found.more} selected={selection.ids} />
        ) : (
          <ListInstead {...state} welcome={props.welcome} />
        )}
      </main>
      <footer class="foot">
        <Toast message={changes.message} />
        <ExportReport task={task} />
        <ExportBar
          count={
            trashed || papers.kind === 'failed'
              ? undefined
              : selection.ids.size || (found?.total ?? 0)
          }
          selected={trashed ? 0 : selection.ids.size}
          writing={task.state.kind === 'writing'}
          onExport={state.exportNow}
          onTrash={() => state.verbs.trashAll([...selection.ids])}
        >
          {props.links}
        </ExportBar>
      </footer>
      {state.help && <ListHelp onClose={state.closeHelp} />}
    </div>
  );
}

/** All state of the page and what changes it, apart from how it looks. */
function useList({ startQuery = '', reads, library, place, changes }: SavedPapersProps) {
  const [query, setQuery] = useState(startQuery);
  const [trashed, setTrashed] = useState(false);
  const [current, setCurrent] = useState(0);
  const [editing, setEditing] = useState<Editing>();
  const [help, setHelp] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const selection = useSelection();
  const question = { query, trashed };
  const { papers, more } = useSavedPapers(reads, question, changes.revision + attempt);
  const tags = useTags(reads, changes.revision);
  const task = useExport(library, place);
  const search = (next: string): void => {
    setQuery(next);
    setCurrent(0);
  };
  const selectAll = async (all: boolean): Promise<void> => {
    const rows = all ? await everyRow(reads, question) : [];
    selection.set(rows.map(({ id }) => id));
  };
  const switchTrash = (next: boolean): void => {
    setTrashed(next);
    setEditing(undefined);
    setCurrent(0);
    selection.set([]);
  };
  const exportNow = (): void => {
    if (trashed || task.state.kind === 'writing') return;
    const ids = [...selection.ids];
    task.run(ids.length > 0 ? { kind: 'selected', ids } : { kind: 'query', query: question.query });
  };
  const onKey = (action: ListAction): void => {
    if (action === 'undo') changes.undo();
    else if (action === 'keys') setHelp(true);
    else input.current?.select();
  };
  const verbs = rowVerbs({
    library,
    reads,
    place,
    changes,
    tags,
    search,
    toggle: selection.toggle,
    onGone: selection.drop,
  });
  usePageKeys({ onExport: exportNow, onUndo: () => changes.undo(), onHelp: () => setHelp(true) });
  return {
    query,
    trashed,
    current,
    editing,
    help,
    input,
    list,
    selection,
    papers,
    task,
    verbs,
    search,
    selectAll,
    switchTrash,
    exportNow,
    onKey,
    epoch: changes.undos,
    onCurrent: setCurrent,
    onEditing: setEditing,
    onMore: more,
    onRetry: () => setAttempt(attempt + 1),
    openHelp: () => setHelp(true),
    closeHelp: () => setHelp(false),
  };
}

/** Every tag there is. Without them the fields still work, so a failure here shows no error of its own. */
function useTags(reads: Reads, revision: number): readonly Tag[] {
  const [tags, setTags] = useState<readonly Tag[]>([]);
  useEffect(() => {
    reads.tags().then(setTags, () => setTags([]));
  }, [reads, revision]);
  return tags;
}

function leaveSearch(
  event: KeyboardEvent,
  query: string,
  list: HTMLUListElement | null,
  search: (query: string) => void,
): void {
  if (event.isComposing) return;
  if ((event.key === 'ArrowDown' || event.key === 'Enter') && list) {
    event.preventDefault();
    focusRow(list, 0);
  } else if (event.key === 'Escape' && query !== '') {
    // With nothing to clear, Escape closes the popup as everywhere.
    event.preventDefault();
    search('');
  }
}
