import type { JSX } from 'preact';
import { useCallback, useRef, useState } from 'preact/hooks';
import { idBound, timeOf } from '@/utils/domain/clock';
import { localDay } from '@/utils/domain/day';
import type { Library } from '@/utils/domain/library';
import type { PastAct } from '@/utils/domain/operation';
import { counted, text } from '@/utils/strings';
import { actText } from './act-text';
import { Toast } from './toast';
import type { Changes } from './use-changes';
import { Unread } from './unread';
import { useReading } from './use-reading';
import { useUndoKeys } from './use-undo-keys';

export type HistoryPageProps = {
  readonly reads: Pick<Library, 'history' | 'countSince'>;
  readonly library: Pick<Library, 'undo' | 'goBack'>;
  readonly changes: Changes;
};

/** Acts drawn at once. */
const PAGE = 100;

/** What the reader did, day by day, with the way back to any of it. */
export function HistoryPage({ reads, library, changes }: HistoryPageProps): JSX.Element {
  const [day, setDay] = useState('');
  const [count, setCount] = useState(PAGE);
  const [asked, setAsked] = useState<{ readonly id: string; readonly later: number }>();
  const reading = useReading(
    useCallback(() => readActs(reads, day, count), [reads, day, count]),
    changes.revision,
  );
  const shown = useRef(reading.value);
  // While older acts are read, the others stay.
  shown.current = reading.value ?? shown.current;
  const read = shown.current;
  const acts = read?.filter(({ kind }) => kind !== 'undo');
  const forget = useCallback(() => setAsked(undefined), []);
  useUndoKeys(changes.undo, forget);
  const redo = ({ undoneBy }: PastAct): void => {
    if (undoneBy !== undefined) changes.undo(undoneBy);
  };
  const askBack = (id: string): void =>
    void reads.countSince(id).then((later) => setAsked({ id, later }));
  const goBack = (id: string): void => {
    setAsked(undefined);
    void changes.make(text('wentBack'), () => library.goBack(id));
  };
  return (
    <div class="history-page">
      <label class="seen-setting">
        {text('historyDay')}
        <input
          class="select"
          type="date"
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        {day !== '' && (
          <button type="button" class="link" onClick={() => setDay('')}>
            {text('historyLatest')}
          </button>
        )}
      </label>
      <Unread reading={reading} />
      {acts && acts.length === 0 && <p class="rules-empty">{text('historyEmpty')}</p>}
      {[...byDay(acts ?? [])].map(([date, done]) => (
        <section key={date}>
          <h2>{dayText(done)}</h2>
          <ul class="acts">
            {done.map((act) => (
              <Act
                key={act.id}
                act={act}
                later={asked?.id === act.id ? asked.later : undefined}
                onUndo={() => changes.undo(act.id)}
                onRedo={() => redo(act)}
                onAskBack={() => askBack(act.id)}
                onBack={() => goBack(act.id)}
              />
            ))}
          </ul>
        </section>
      ))}
      {read && read.length >= count && (
        <button type="button" class="button" onClick={() => setCount(count + PAGE)}>
          {text('historyOlder')}
        </button>
      )}
      <Toast message={changes.message} />
    </div>
  );
}

/** Acts the library tells of at once. */
const MOST_AT_ONCE = 1_000;

/** So many acts up to the end of a day, or the latest; fewer when there are no more. */
async function readActs(
  reads: HistoryPageProps['reads'],
  day: string,
  count: number,
): Promise<readonly PastAct[]> {
  const end = new Date(`${day}T00:00:00`);
  end.setDate(end.getDate() + 1);
  const acts: PastAct[] = [];
  let before = day === '' ? undefined : idBound(end.getTime());
  while (acts.length < count) {
    const wanted = Math.min(MOST_AT_ONCE, count - acts.length);
    const older = await reads.history(wanted, before);
    acts.push(...older);
    before = older.at(-1)?.id;
    if (older.length < wanted) break;
  }
  return acts;
}

function byDay(acts: readonly PastAct[]): ReadonlyMap<string, PastAct[]> {
  const days = new Map<string, PastAct[]>();
  for (const act of acts) {
    const day = localDay(new Date(timeOf(act.id)));
    days.set(day, [...(days.get(day) ?? []), act]);
  }
  return days;
}

function dayText([act]: readonly PastAct[]): string {
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });
  return act ? format.format(timeOf(act.id)) : '';
}

type ActProps = {
  readonly act: PastAct;
  /** How much was done since; there while the reader is asked whether to take all that back. */
  readonly later: number | undefined;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onAskBack: () => void;
  readonly onBack: () => void;
};

function Act({ act, later, onUndo, onRedo, onAskBack, onBack }: ActProps): JSX.Element {
  const isUndone = act.undoneBy !== undefined;
  return (
    <li class={isUndone ? 'act undone' : 'act'}>
      <time dateTime={new Date(timeOf(act.id)).toISOString()}>{timeText(act)}</time>
      <span class="act-what">
        {actText(act)}
        {isUndone && <em> · {text('actUndone')}</em>}
      </span>
      <button type="button" class="link" onClick={isUndone ? onRedo : onUndo}>
        {text(isUndone ? 'redo' : 'undo')}
      </button>
      {later === undefined ? (
        <button type="button" class="link" title={text('goBackHint')} onClick={onAskBack}>
          {text('goBack')}
        </button>
      ) : (
        <button type="button" class="button small danger" onClick={onBack}>
          {counted('goBackTakes', later)}
        </button>
      )}
    </li>
  );
}

function timeText({ id }: PastAct): string {
  return new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(timeOf(id));
}
