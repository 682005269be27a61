import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Library } from '@/utils/domain/library';
import { type PaperId, arxivIdOf } from '@/utils/domain/paper-id';
import { counted, text } from '@/utils/strings';
import type { OnProgress } from './use-bulk';
import { type Changes, failureText } from './use-changes';

export type LookUpAllProps = {
  readonly ids: readonly PaperId[];
  readonly library: Pick<Library, 'findPublished' | 'stop'>;
  readonly changes: Changes;
  readonly onProgress: OnProgress;
  /** Asks the reader's leave to ask others; must run inside a click. */
  readonly askForLookUps: () => Promise<boolean>;
};

const TASK = 'look up published versions';
const ALL = ['crossref', 'dblp', 'semantic-scholar'] as const;

/** Asks others where preprints were published, on the reader's click alone; can be stopped, and keeps what came. */
export function LookUpAll(props: LookUpAllProps): JSX.Element | null {
  const { ids, library, changes, onProgress, askForLookUps } = props;
  const [progress, setProgress] = useState<{ done: number; total: number }>();
  const preprints = ids.filter((id) => arxivIdOf(id) !== undefined);
  useEffect(() => {
    const leaving = new AbortController();
    onProgress(({ task, done, total }) => {
      if (task === TASK) setProgress({ done, total });
    }, leaving.signal);
    return () => leaving.abort();
  }, [onProgress]);
  const ask = async (): Promise<void> => {
    if (!(await askForLookUps())) {
      changes.say({ text: text('lookUpRefused'), tone: 'warning' });
      return;
    }
    setProgress({ done: 0, total: preprints.length });
    try {
      const { found, nothing, missed } = await library.findPublished(preprints, ALL, TASK);
      const said = text('lookUpSum', found.length, nothing, missed.length);
      changes.say({ text: said, tone: missed.length > 0 ? 'warning' : 'done' });
    } catch (error) {
      changes.say({ text: failureText(error), tone: 'failed' });
    }
    setProgress(undefined);
  };
  if (preprints.length === 0) return null;
  if (!progress) {
    return (
      <button
        type="button"
        class="button small"
        title={text('lookUpHint')}
        onClick={() => void ask()}
      >
        {counted('lookUpAll', preprints.length)}
      </button>
    );
  }
  const label = text('lookUpProgress', progress.done, progress.total);
  return (
    <div class="line-buttons">
      <progress value={progress.done} max={Math.max(1, progress.total)} aria-label={label} />
      <span>{label}</span>
      <button type="button" class="button small" onClick={() => void library.stop(TASK)}>
        {text('exportStop')}
      </button>
    </div>
  );
}
