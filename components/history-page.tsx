import type { JSX } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { idBound, timeOf } from '@/utils/domain/clock';
import { localDay } from '@/utils/domain/day';
import { READING_STATES } from '@/utils/domain/entry';
import type { Library } from '@/utils/domain/library';
import type { OperationKind, PastAct } from '@/utils/domain/operation';
import { topicName } from '@/utils/query/topic-name';
import { type StringKey, counted, text } from '@/utils/strings';
import { STATE_NAMES } from './state-names';
import { Toast } from './toast';
import type { Changes } from './use-changes';
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
  const acts = useActs(reads, day, count, changes.revision);
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
      {acts && acts.length >= count && (
        <button type="button" class="button" onClick={() => setCount(count + PAGE)}>
          {text('historyOlder')}
        </button>
      )}
      <Toast message={changes.message} />
    </div>
  );
}

/** The acts up to the end of a day, or all; without those that only took others back. */
function useActs(
  reads: HistoryPageProps['reads'],
  day: string,
  count: number,
  revision: number,
): readonly PastAct[] | undefined {
  const [acts, setActs] = useState<readonly PastAct[]>();
  const latest = useRef(0);
  useEffect(() => {
    const ticket = (latest.current += 1);
    const end = new Date(`${day}T00:00:00`);
    end.setDate(end.getDate() + 1);
    reads.history(count, day === '' ? undefined : idBound(end.getTime())).then(
      (found) => ticket === latest.current && setActs(found),
      (error: unknown) => console.warn('Offprint could not read its history:', error),
    );
  }, [reads, day, count, revision]);
  return acts?.filter(({ kind }) => kind !== 'undo');
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

const KINDS: Record<Exclude<OperationKind, 'undo'>, StringKey> = {
  save: 'pastSave',
  import: 'pastImport',
  tag: 'pastTag',
  untag: 'pastUntag',
  note: 'pastNote',
  state: 'pastState',
  edit: 'pastEdit',
  star: 'pastStar',
  unstar: 'pastUnstar',
  trash: 'pastTrash',
  restore: 'pastRestore',
  sweep: 'pastSweep',
  hide: 'pastHide',
  unhide: 'pastUnhide',
  'rule-add': 'pastRuleAdd',
  'rule-edit': 'pastRuleEdit',
  'rule-remove': 'pastRuleRemove',
  'search-add': 'pastSearchAdd',
  'search-edit': 'pastSearchEdit',
  'search-remove': 'pastSearchRemove',
  keep: 'pastKeep',
  'tag-digit': 'pastTagDigit',
  'tag-colour': 'pastTagColour',
  'tag-rename': 'pastTagRename',
  'tag-remove': 'pastTagRemove',
  'sandbox-clear': 'pastSandboxClear',
  'go-back': 'pastGoBack',
};

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

function subjectText(kind: OperationKind, subject: string): string {
  const state = kind === 'state' && READING_STATES.find((name) => name === subject);
  return state ? text(STATE_NAMES[state]) : topicName(subject);
}

function actText({ kind, subject = '', titles, papers }: PastAct): string {
  // Undoings are not listed; what they took back says so itself.
  const what = kind === 'undo' ? '' : text(KINDS[kind], subjectText(kind, subject));
  const named = titles.join(', ');
  const more = papers.length - titles.length;
  if (named === '') return what;
  return more > 0 ? `${what}: ${counted('andMore', more, named)}` : `${what}: ${named}`;
}
