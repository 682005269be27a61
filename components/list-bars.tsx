import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { counted, text } from '@/utils/strings';
import * as icons from './icon-outlines';
import { Icon, type Outline } from './icons';
import { QueryField, type Suggest } from './query-field';
import { searchProblem } from './query-problem';

export type SearchBarProps = {
  readonly query: string;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly suggest: Suggest;
  readonly onQuery: (query: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly children?: ComponentChildren;
};

/** The field that filters the list, first in focus. */
export function SearchBar({
  query,
  input,
  suggest,
  onQuery,
  onKeyDown,
  children,
}: SearchBarProps): JSX.Element {
  useLayoutEffect(() => input.current?.focus(), [input]);
  return (
    <div class="search-bar" role="search">
      <div class="search">
        <Icon outline={icons.search} />
        <QueryField
          input={input}
          query={query}
          suggest={suggest}
          onQuery={onQuery}
          onKeyDown={onKeyDown}
          attributes={{
            'aria-label': text('searchPapers'),
            placeholder: text('searchPlaceholder'),
            maxLength: 1000,
          }}
        />
      </div>
      {children}
      <p class="search-problem" role="status">
        {searchProblem(query)}
      </p>
    </div>
  );
}

export type IconButtonProps = {
  readonly icon: Outline;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly pressed?: boolean | undefined;
  readonly onClick: () => void;
};

/** A button that is only a drawing; its label is its name and its tooltip. */
export function IconButton({ icon, label, hint, pressed, onClick }: IconButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      aria-pressed={pressed}
      title={hint ?? label}
      onClick={onClick}
    >
      <Icon outline={icon} />
    </button>
  );
}

export type ListHeadProps = {
  readonly total: number | undefined;
  readonly filtered: boolean;
  readonly selected: number;
  /** How many of the selected are in this list. */
  readonly inside: number;
  readonly trashed: boolean;
  readonly onSelectAll: (all: boolean) => void;
  readonly onTrashed: (trashed: boolean) => void;
  readonly onHelp: () => void;
  readonly children?: ComponentChildren;
};

/** Above the list: how many papers it holds, all of them to select, and the way to the trash. */
export function ListHead(props: ListHeadProps): JSX.Element {
  const { total = 0, inside, trashed, onSelectAll, onTrashed, onHelp, children } = props;
  const box = useRef<HTMLInputElement>(null);
  const some = inside > 0 && inside < total;
  useEffect(() => {
    if (box.current) box.current.indeterminate = some;
  }, [some]);
  return (
    <div class="list-head">
      {total > 0 && (
        <label class="row-check">
          <input
            ref={box}
            type="checkbox"
            aria-label={text('selectAll')}
            checked={inside > 0 && inside >= total}
            onChange={() => onSelectAll(inside === 0)}
          />
        </label>
      )}
      <p class="count" role="status">
        {countText(props)}
      </p>
      {children}
      <button
        type="button"
        class="button small quiet"
        aria-pressed={trashed}
        onClick={() => onTrashed(!trashed)}
      >
        <Icon outline={icons.trash} />
        {text('trash')}
      </button>
      <button
        type="button"
        class="button small quiet"
        aria-label={text('listKeys')}
        title={text('showKeys')}
        onClick={onHelp}
      >
        ?
      </button>
    </div>
  );
}

function countText(props: ListHeadProps): string {
  const { selected, inside } = props;
  const parts = [
    totalText(props),
    selected > 0 ? counted('selectedCount', selected) : '',
    selected > inside ? counted('selectedElsewhere', selected - inside) : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function totalText({ total, filtered, trashed }: ListHeadProps): string {
  // An empty list says so itself, at length.
  if (total === undefined || total === 0) return '';
  if (trashed) return counted('trashCount', total);
  return counted(filtered ? 'foundCount' : 'savedPapersCount', total);
}

export type ExportBarProps = {
  /** How many papers a press exports; absent where nothing is exported. */
  readonly count: number | undefined;
  readonly writing: boolean;
  /** What the papers are exported as. */
  readonly format: string;
  readonly onExport: () => void;
  readonly onLookFirst: () => void;
  readonly children?: ComponentChildren;
};

/** Below the list: exports what is shown or selected. */
export function ExportBar(props: ExportBarProps): JSX.Element {
  const { count, writing, format, onExport, onLookFirst, children } = props;
  return (
    <div class="export-bar">
      {count !== undefined && (
        <button
          type="button"
          class="button primary"
          data-action="export"
          disabled={count === 0 || writing}
          title={text('exportHint')}
          onClick={onExport}
        >
          <Icon outline={icons.download} />
          {exportLabel(count, writing, format)}
        </button>
      )}
      {count !== undefined && count > 0 && (
        <button
          type="button"
          class="button"
          data-action="look-first"
          title={text('exportOptionsHint')}
          onClick={onLookFirst}
        >
          {text('exportOptions')}
        </button>
      )}
      <span class="spacer" />
      {children}
    </div>
  );
}

function exportLabel(count: number, writing: boolean, format: string): string {
  if (writing) return text('exporting');
  return count === 0 ? text('exportNothing', format) : counted('exportBibtex', count, format);
}
