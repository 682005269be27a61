import type { JSX } from 'preact';
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Library } from '@/utils/domain/library';
import type { SavedSearch, SearchDraft } from '@/utils/domain/saved-search';
import { type StringKey, text } from '@/utils/strings';
import * as icons from './icon-outlines';
import { Icon } from './icons';
import { SearchForm } from './search-form';
import type { Changes } from './use-changes';
import { useCounts } from './use-counts';
import { useReading } from './use-reading';

export type SavedSearchesProps = {
  readonly reads: Pick<Library, 'find' | 'searches'>;
  readonly library: Pick<Library, 'addSearch' | 'editSearch' | 'removeSearch'>;
  readonly changes: Changes;
  /** What is looked for now. */
  readonly query: string;
  readonly onSearch: (query: string) => void;
  /** Selects what a query finds, and proposes to tag it. */
  readonly onTagAll: (query: string, tag: string) => void;
};

/** Searches every library has use for. */
const SHELVES: readonly (readonly [query: string, name: StringKey])[] = [
  ['', 'searchAll'],
  ['is:to-read', 'searchToRead'],
  ['is:reading', 'searchReading'],
  ['is:starred', 'searchStarred'],
  ['is:untagged', 'searchUntagged'],
];

/** The side bar: searches to come back to, each with how many papers it finds. */
export function SavedSearches(props: SavedSearchesProps): JSX.Element {
  const { reads, library, changes, query, onSearch } = props;
  const [editing, setEditing] = useState<string>();
  const reading = useReading(
    useCallback(() => reads.searches(), [reads]),
    changes.revision,
  );
  const kept = reading.value;
  const queries = [...SHELVES.map(([shelf]) => shelf), ...(kept ?? []).map((one) => one.query)];
  const counts = useCounts(reads, queries, changes.revision);
  const asked = query.trim();
  const side = useFocusBack(editing);
  const isKept = queries.includes(asked);
  const add = (draft: SearchDraft): void => {
    setEditing(undefined);
    void changes.make(text('keptSearch', draft.name ?? asked), () => library.addSearch(draft));
  };
  return (
    <nav ref={side} class="side" aria-label={text('searchesLabel')}>
      <ul>
        {SHELVES.map(([shelf, name]) => (
          <li key={shelf}>
            <Shelf
              name={text(name)}
              count={counts.get(shelf)}
              isShown={asked === shelf}
              onShow={() => onSearch(shelf)}
            />
          </li>
        ))}
      </ul>
      {kept && kept.length > 0 && (
        <ul>
          {kept.map((search) => (
            <Kept
              key={search.id}
              {...props}
              search={search}
              count={counts.get(search.query)}
              isOpen={editing === search.id}
              onOpen={(open) => setEditing(open ? search.id : undefined)}
            />
          ))}
        </ul>
      )}
      {!isKept && editing !== 'new' && (
        <button
          type="button"
          class="button small"
          data-opens="new"
          onClick={() => setEditing('new')}
        >
          <Icon outline={icons.bookmark} />
          {text('keepSearch')}
        </button>
      )}
      {!isKept && editing === 'new' && (
        <SearchForm
          search={{ name: asked, query: asked }}
          onSave={add}
          onCancel={() => setEditing(undefined)}
        />
      )}
    </nav>
  );
}

/** A form that closes takes the keyboard with it; the button that opened it gets it back, or the first there is. */
function useFocusBack(open: string | undefined) {
  const side = useRef<HTMLElement>(null);
  const before = useRef(open);
  useLayoutEffect(() => {
    if (before.current !== undefined && document.activeElement === document.body) {
      const opener = side.current?.querySelector<HTMLElement>(`[data-opens="${before.current}"]`);
      (opener ?? side.current?.querySelector('button'))?.focus();
    }
    before.current = open;
  }, [open]);
  return side;
}

type ShelfProps = {
  readonly name: string;
  readonly count: number | undefined;
  readonly isShown: boolean;
  readonly onShow: () => void;
};

function Shelf({ name, count, isShown, onShow }: ShelfProps): JSX.Element {
  return (
    <button
      type="button"
      class="shelf"
      aria-current={isShown ? 'true' : undefined}
      onClick={onShow}
    >
      <span>{name}</span>
      <span class="shelf-count">{count?.toLocaleString() ?? ''}</span>
    </button>
  );
}

type KeptProps = SavedSearchesProps & {
  readonly search: SavedSearch;
  readonly count: number | undefined;
  readonly isOpen: boolean;
  readonly onOpen: (open: boolean) => void;
};

function Kept(props: KeptProps): JSX.Element {
  const { search, count, query, isOpen, onOpen, onSearch, changes, library, onTagAll } = props;
  const { id, name, tag } = search;
  const close = (): void => onOpen(false);
  return (
    <li>
      <div class="shelf-line">
        <Shelf
          name={name}
          count={count}
          isShown={query.trim() === search.query}
          onShow={() => onSearch(search.query)}
        />
        <button
          type="button"
          class="icon-button small"
          data-opens={id}
          aria-label={text('searchEdit', name)}
          aria-expanded={isOpen}
          onClick={() => onOpen(!isOpen)}
        >
          <Icon outline={icons.chevronDown} />
        </button>
      </div>
      {tag !== undefined && <small class="muted">{text('tagsNew', tag)}</small>}
      {isOpen && (
        <SearchForm
          search={search}
          onSave={(draft) => {
            close();
            void changes.make(text('changedSearch', name), () => library.editSearch(id, draft));
          }}
          onCancel={close}
          onRemove={() => {
            close();
            void changes.make(text('removedSearch', name), () => library.removeSearch(id));
          }}
          onTagAll={(draft, wanted) => {
            close();
            void changes
              .make(text('changedSearch', name), () => library.editSearch(id, draft))
              .then((done) => done && onTagAll(draft.query ?? search.query, wanted));
          }}
        />
      )}
    </li>
  );
}
