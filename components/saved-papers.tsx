import type { ComponentChildren, JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Library } from '@/utils/domain/library';
import { EDITABLE, type Edits } from '@/utils/domain/paper';
import { asksForSeen } from '@/utils/query/search';
import { text } from '@/utils/strings';
import { BulkBar } from './bulk-bar';
import { ExportPanel, type ExportPanelProps, citePublished } from './export-panel';
import { ExportReport } from './export-report';
import { FIELD_NAMES } from './field-list';
import { ExportBar, ListHead, SearchBar } from './list-bars';
import { ListHelp } from './list-help';
import { KeptSearches } from './kept-searches';
import { ListInstead } from './list-states';
import { PaperDetails } from './paper-details';
import { type Editing, PaperList } from './paper-list';
import { ReadingShelf } from './reading-shelf';
import { type SearchSeen, SeenResults } from './seen-results';
import { SavedSearches } from './saved-searches';
import { ColumnHeads } from './column-heads';
import { SortMenu, type View } from './sort-menu';
import { Toast } from './toast';
import { type ListParts, useList } from './use-list';

export type SavedPapersProps = ListParts & {
  readonly place: ListParts['place'] & ExportPanelProps['place'];
  /** Looks through everything seen when a query asks for it. */
  readonly searchSeen?: SearchSeen;
  /** Where there is room for the searches the reader keeps. */
  readonly searches?: Library['searches'];
  /** The same in one line, where there is less room. */
  readonly keptSearches?: Library['searches'];
  /** Where there is room to choose how the list is sorted and drawn. */
  readonly onView?: (view: View) => void;
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
  const { papers, selection } = state;
  const found = papers.kind === 'found' ? papers : undefined;
  // What was seen and not saved stands below.
  const goesOn = props.searchSeen !== undefined && !state.trashed && asksForSeen(state.query);
  return (
    <div class="saved-papers">
      <Top {...props} state={state} />
      <div class="list-and-details">
        {props.searches && !state.trashed && (
          <Searches {...props} searches={props.searches} state={state} />
        )}
        <main class="scroll">
          {props.searches && found && state.query === '' && !state.trashed && (
            <ReadingShelf {...props} now={Date.now} href={state.verbs.href} />
          )}
          {found && found.total > 0 && props.view?.layout === 'columns' && props.onView && (
            <ColumnHeads view={props.view} onView={props.onView} />
          )}
          {found && found.total > 0 ? (
            <PaperList {...state} found={found} selected={selection.ids} />
          ) : (
            <ListInstead {...state} welcome={props.welcome} goesOn={goesOn} />
          )}
          {props.searchSeen && goesOn && (
            <SeenResults
              {...props}
              searchSeen={props.searchSeen}
              query={state.query}
              marks={state.marks}
              href={state.verbs.href}
              onLeave={state.goBack}
            />
          )}
        </main>
        {props.actsOn && state.editing && (
          <Details {...props} actsOn={props.actsOn} editing={state.editing} state={state} />
        )}
      </div>
      <Foot {...props} state={state} />
      {state.looking && (
        <ExportPanel
          {...props}
          scope={state.looking}
          idsOf={state.idsOf}
          format={state.task.format}
          onFormat={state.task.onFormat}
          onClose={state.onLooked}
        />
      )}
      {state.help && <ListHelp onClose={() => state.onHelp(false)} />}
    </div>
  );
}

type PartProps = SavedPapersProps & { readonly state: ReturnType<typeof useList> };

function Top(props: PartProps): JSX.Element {
  const { state, heading, reads, tools, strip, view, onView } = props;
  const { query, trashed, selection, papers, input, search } = state;
  return (
    <header class="top">
      {heading}
      <SearchBar
        query={query}
        input={input}
        suggest={reads.suggest}
        onQuery={search}
        onKeyDown={(event) => leaveSearch(event, query, state)}
      >
        {tools}
      </SearchBar>
      {strip}
      {props.keptSearches && !trashed && <Kept {...props} searches={props.keptSearches} />}
      {papers.kind !== 'failed' && (
        <ListHead
          total={papers.kind === 'found' ? papers.total : undefined}
          filtered={query.trim() !== ''}
          selected={selection.ids.size}
          inside={state.inside}
          trashed={trashed}
          onSelectAll={state.selectAll}
          onTrashed={state.switchTrash}
          onHelp={() => state.onHelp(true)}
        >
          {view && onView && (
            <SortMenu view={view} onView={onView} canBeColumns={props.actsOn !== undefined} />
          )}
        </ListHead>
      )}
    </header>
  );
}

function Kept({ state, searches, reads, changes }: SearchesProps): JSX.Element {
  const both = useMemo(() => ({ find: reads.find, searches }), [reads, searches]);
  return (
    <KeptSearches
      reads={both}
      revision={changes.revision}
      query={state.query}
      onSearch={state.search}
    />
  );
}

type SearchesProps = PartProps & { readonly searches: Library['searches'] };

function Searches({ state, searches, reads, library, changes }: SearchesProps): JSX.Element {
  const both = useMemo(() => ({ find: reads.find, searches }), [reads, searches]);
  const tagAll = async (query: string, name: string): Promise<void> => {
    state.search(query);
    state.selection.set(await reads.findIds({ query }));
    state.bulk.ask({ kind: 'tag', name });
  };
  return (
    <SavedSearches
      reads={both}
      library={library}
      changes={changes}
      query={state.query}
      onSearch={state.search}
      onTagAll={(query, tag) => void tagAll(query, tag)}
    />
  );
}

type DetailsProps = PartProps & {
  readonly actsOn: Library['actsOn'];
  readonly editing: Editing;
};

function Details(props: DetailsProps): JSX.Element {
  const { state, editing, reads, actsOn, library, changes, place } = props;
  const { id, focus } = editing;
  const both = useMemo(() => ({ details: reads.details, actsOn }), [reads, actsOn]);
  return (
    <PaperDetails
      {...state.verbs.editor(editing)}
      id={id}
      focus={focus}
      href={state.verbs.href(id)}
      reads={both}
      library={library}
      changes={changes}
      askForLookUps={place.askForLookUps}
      onEdit={(edits) =>
        void changes.make(text('edited', fieldNames(edits)), () => library.editPaper(id, edits))
      }
      onDone={() => {
        state.onEditing(undefined);
        state.onGo(state.current);
      }}
    />
  );
}

function fieldNames(edits: Edits): string {
  return EDITABLE.filter((name) => name in edits)
    .map((name) => text(FIELD_NAMES[name]))
    .join(', ');
}

function Foot({ state, changes, links, library, place }: PartProps): JSX.Element {
  const { trashed, selection, papers, task } = state;
  const total = papers.kind === 'found' ? papers.total : 0;
  const selected = selection.ids.size;
  return (
    <footer class="foot">
      <Toast message={changes.message} />
      {(selected > 0 || state.bulk.state.kind === 'running') && (
        <BulkBar
          bulk={state.bulk}
          selected={selected}
          trashed={trashed}
          tags={state.tags}
          onClear={() => {
            selection.set([]);
            state.goBack();
          }}
        />
      )}
      <ExportReport
        task={task}
        onPublished={(ids) => citePublished(library, changes, ids)}
        duplicates={place.duplicates}
      />
      <ExportBar
        count={trashed || papers.kind === 'failed' ? undefined : selected || total}
        writing={task.state.kind === 'writing'}
        format={task.format.name}
        onExport={state.exportNow}
        onLookFirst={state.lookFirst}
      >
        {links}
      </ExportBar>
    </footer>
  );
}

function leaveSearch(
  event: KeyboardEvent,
  query: string,
  { papers, onGo, search }: PartProps['state'],
): void {
  if (event.isComposing) return;
  const hasRows = papers.kind === 'found' && papers.total > 0;
  const goesDown = event.key === 'ArrowDown' || event.key === 'Enter';
  if (goesDown && hasRows) {
    event.preventDefault();
    onGo(0);
  } else if (goesDown) document.querySelector<HTMLElement>('.seen-row')?.focus();
  else if (event.key === 'Escape' && query !== '') {
    // With nothing to clear, Escape closes the popup as everywhere.
    event.preventDefault();
    search('');
  }
}
