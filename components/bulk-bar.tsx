import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { READING_STATES } from '@/utils/domain/entry';
import type { BulkChange } from '@/utils/domain/library';
import type { Tag } from '@/utils/domain/tag';
import { type PluralKey, type StringKey, counted, text } from '@/utils/strings';
import { STATE_NAMES } from './state-names';
import type { Bulk } from './use-bulk';

export type BulkBarProps = {
  readonly bulk: Bulk;
  readonly selected: number;
  readonly trashed: boolean;
  readonly tags: readonly Tag[];
  readonly onClear: () => void;
};

const LIVE_CHANGES: readonly (readonly [StringKey, BulkChange])[] = [
  ['bulkTag', { kind: 'tag', name: '' }],
  ['bulkUntag', { kind: 'untag', name: '' }],
  ['bulkState', { kind: 'state', state: 'to-read' }],
  ['bulkStar', { kind: 'star', starred: true }],
  ['bulkUnstar', { kind: 'star', starred: false }],
  ['bulkTrash', { kind: 'trash' }],
];

const TRASH_CHANGES: typeof LIVE_CHANGES = [['bulkRestore', { kind: 'restore' }]];

/** What can be done with all selected papers; shows what would change before it does. */
export function BulkBar(props: BulkBarProps): JSX.Element {
  const { bulk, trashed, onClear } = props;
  const { state } = bulk;
  if (state.kind === 'running') return <Running bulk={bulk} />;
  if (state.kind === 'asking')
    return <Asking {...props} change={state.change} count={state.count} />;
  return (
    <div class="bulk-bar" role="toolbar" aria-label={text('bulkLabel')}>
      {(trashed ? TRASH_CHANGES : LIVE_CHANGES).map(([name, change]) => (
        <button key={name} type="button" class="button small" onClick={() => bulk.ask(change)}>
          {text(name)}
        </button>
      ))}
      <span class="spacer" />
      <button type="button" class="link" onClick={onClear}>
        {text('bulkClear')}
      </button>
    </div>
  );
}

function Running({ bulk }: Pick<BulkBarProps, 'bulk'>): JSX.Element {
  const { done = 0, total = 0 } = bulk.state.kind === 'running' ? bulk.state : {};
  return (
    <div class="bulk-bar" role="status">
      <progress value={done} max={Math.max(1, total)} aria-label={text('bulkLabel')} />
      <span>{text('bulkProgress', done, total)}</span>
      <button type="button" class="button small" onClick={bulk.stop}>
        {text('bulkStop')}
      </button>
    </div>
  );
}

type AskingProps = BulkBarProps & {
  readonly change: BulkChange;
  readonly count: number | undefined;
};

function Asking(props: AskingProps): JSX.Element {
  const { bulk, change, count, selected } = props;
  const form = useRef<HTMLFormElement>(null);
  const isCounted = count !== undefined;
  useLayoutEffect(() => {
    // A button cannot have the keyboard before there is something to apply.
    if (form.current?.contains(document.activeElement)) return;
    form.current?.querySelector<HTMLElement>('input, select, button:enabled')?.focus();
  }, [isCounted]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      class="bulk-bar asking"
      aria-label={text('bulkLabel')}
      onSubmit={(event) => {
        event.preventDefault();
        if (count !== undefined && count > 0) bulk.apply();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        bulk.cancel();
      }}
    >
      <Wanted {...props} />
      <p class="bulk-preview" role="status">
        {previewText(change, count, selected)}
      </p>
      <button type="submit" class="button small primary" disabled={!count}>
        {text('bulkApply')}
      </button>
      <button type="button" class="button small" onClick={bulk.cancel}>
        {text('bulkCancel')}
      </button>
    </form>
  );
}

/** The tag's name or the state, where the change needs one. */
function Wanted({ bulk, change, tags }: AskingProps): JSX.Element | null {
  const list = useId();
  if (change.kind === 'tag' || change.kind === 'untag') {
    return (
      <>
        <input
          class="bulk-name"
          list={list}
          value={change.name}
          maxLength={80}
          autocomplete="off"
          aria-label={text('bulkTagName')}
          placeholder={text('bulkTagName')}
          onInput={(event) => bulk.ask({ ...change, name: event.currentTarget.value })}
        />
        <datalist id={list}>
          {tags.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </datalist>
      </>
    );
  }
  if (change.kind !== 'state') return null;
  return (
    <select
      class="select"
      aria-label={text('readingState')}
      value={change.state}
      onChange={(event) => {
        const state = READING_STATES.find((known) => known === event.currentTarget.value);
        if (state) bulk.ask({ ...change, state });
      }}
    >
      {READING_STATES.map((state) => (
        <option key={state} value={state}>
          {text(STATE_NAMES[state])}
        </option>
      ))}
    </select>
  );
}

const PREVIEWS: Readonly<Record<BulkChange['kind'] | 'unstar', PluralKey>> = {
  tag: 'bulkPreviewTag',
  untag: 'bulkPreviewUntag',
  state: 'bulkPreviewState',
  star: 'bulkPreviewStar',
  unstar: 'bulkPreviewUnstar',
  trash: 'bulkPreviewTrash',
  restore: 'bulkPreviewRestore',
};

function previewText(change: BulkChange, count: number | undefined, selected: number): string {
  if (count === undefined) return '';
  if (count === 0) return text('bulkNothing');
  const kind = change.kind === 'star' && !change.starred ? 'unstar' : change.kind;
  const what =
    'name' in change
      ? change.name.trim()
      : 'state' in change
        ? text(STATE_NAMES[change.state])
        : '';
  const changed = counted(PREVIEWS[kind], count, what);
  const others = selected - count;
  return others > 0 ? `${changed} ${counted('bulkUnchanged', others)}` : changed;
}
