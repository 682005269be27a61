import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import type { Details, DuplicatePair, Library } from '@/utils/domain/library';
import { EDITABLE, type EditableField } from '@/utils/domain/paper';
import { text } from '@/utils/strings';
import { dayText } from './day-text';
import { FIELD_NAMES } from './field-list';
import * as icons from './icon-outlines';
import { Icon } from './icons';
import { Toast } from './toast';
import type { Changes } from './use-changes';
import { Unread } from './unread';
import { useReading } from './use-reading';
import { useUndoKeys } from './use-undo-keys';

export type DuplicatesPageProps = {
  readonly reads: Pick<Library, 'duplicates'>;
  readonly library: Pick<Library, 'mergePapers' | 'setDistinct'>;
  readonly changes: Changes;
};

/** Papers that may be one, side by side. */
export function DuplicatesPage({ reads, library, changes }: DuplicatesPageProps): JSX.Element {
  const reading = useReading(
    useCallback(() => reads.duplicates(), [reads]),
    changes.revision,
  );
  const pairs = reading.value;
  useUndoKeys(changes.undo, NOTHING);
  return (
    <div class="duplicates-page">
      <Unread reading={reading} />
      {pairs?.length === 0 && <p class="rules-empty">{text('duplicatesNone')}</p>}
      {pairs && pairs.length > 0 && <p class="muted">{text('duplicatesHint')}</p>}
      {pairs?.map((pair) => (
        <Pair
          key={`${pair.one.paper.id} ${pair.other.paper.id}`}
          pair={pair}
          onMerge={(keep, drop, fields) =>
            void changes.make(text('duplicatesMerged'), () =>
              library.mergePapers(keep.paper.id, drop.paper.id, fields),
            )
          }
          onApart={() =>
            void changes.make(text('duplicatesApart'), () =>
              library.setDistinct(pair.one.paper.id, pair.other.paper.id),
            )
          }
        />
      ))}
      <Toast message={changes.message} />
    </div>
  );
}

const NOTHING = (): void => undefined;

type PairProps = {
  readonly pair: DuplicatePair;
  readonly onMerge: (keep: Details, drop: Details, fields: readonly EditableField[]) => void;
  readonly onApart: () => void;
};

function Pair({ pair: { one: first, other: second }, onMerge, onApart }: PairProps): JSX.Element {
  const [swapped, setSwapped] = useState(false);
  const [one, other] = swapped ? [second, first] : [first, second];
  const pair = { one, other };
  const differing = EDITABLE.filter((name) => shown(one, name) !== shown(other, name));
  // What only the other knows is taken unless the reader says otherwise.
  const [taken, setTaken] = useState<ReadonlySet<EditableField>>(
    () => new Set(differing.filter((name) => shown(one, name) === '')),
  );
  const take = (name: EditableField, isTaken: boolean): void =>
    setTaken((before) => {
      const after = new Set(before);
      if (isTaken) after.add(name);
      else after.delete(name);
      return after;
    });
  return (
    <section class="duplicate">
      <h2>{one.paper.title}</h2>
      <div class="duplicate-table" role="group" aria-label={one.paper.title}>
        <Side details={one} heading={text('duplicatesKeeps')} />
        <Side details={other} heading={text('duplicatesGoes')} />
        {differing.map((name) => (
          <Choice
            key={name}
            pair={pair}
            name={name}
            isTaken={taken.has(name)}
            onTake={(isTaken) => take(name, isTaken)}
          />
        ))}
      </div>
      <div class="editor-buttons">
        <button
          type="button"
          class="button small primary"
          onClick={() => onMerge(one, other, [...taken])}
        >
          {text('duplicatesMerge')}
        </button>
        <button
          type="button"
          class="button small"
          onClick={() => {
            // The choices stand: what was taken from the other side is its own side now.
            setTaken(new Set(differing.filter((name) => !taken.has(name))));
            setSwapped(!swapped);
          }}
        >
          <Icon outline={icons.swap} />
          {text('duplicatesSwap')}
        </button>
        <button type="button" class="button small" onClick={onApart}>
          {text('duplicatesNot')}
        </button>
      </div>
    </section>
  );
}

function Side({ details, heading }: { readonly details: Details; readonly heading: string }) {
  const { row, paper, note } = details;
  return (
    <div class="duplicate-side">
      <h3>{heading}</h3>
      <code>{paper.id}</code>
      <small class="muted">
        {text('fieldSaved')} {dayText(row.savedAt)}
      </small>
      {row.tags.length > 0 && (
        <small class="muted">
          {text('duplicatesTags')}: {row.tags.join(', ')}
        </small>
      )}
      {note !== '' && (
        <small class="muted">
          {text('duplicatesNote')}: {note.slice(0, 200)}
        </small>
      )}
    </div>
  );
}

type ChoiceProps = {
  readonly pair: DuplicatePair;
  readonly name: EditableField;
  readonly isTaken: boolean;
  readonly onTake: (isTaken: boolean) => void;
};

function Choice({ pair, name, isTaken, onTake }: ChoiceProps): JSX.Element {
  const group = `${pair.one.paper.id} ${pair.other.paper.id} ${name}`;
  return (
    <fieldset class="duplicate-choice">
      <legend>{text(FIELD_NAMES[name])}</legend>
      {[pair.one, pair.other].map((side, index) => (
        <label key={side.paper.id}>
          <input
            type="radio"
            name={group}
            checked={isTaken === (index === 1)}
            onChange={() => onTake(index === 1)}
          />
          <span>{shown(side, name) === '' ? text('fieldUnknown') : shown(side, name)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function shown({ paper }: Details, name: EditableField): string {
  const value = paper[name];
  return typeof value === 'string' ? value : (value ?? []).join(', ');
}
