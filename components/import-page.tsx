import type { JSX } from 'preact';
import { type Dispatch, type StateUpdater, useEffect, useState } from 'preact/hooks';
import type { Library } from '@/utils/domain/library';
import { counted, text } from '@/utils/strings';
import { ImportStaged, type StagedFile } from './import-staged';
import { Toast } from './toast';
import type { OnProgress } from './use-bulk';
import { type Changes, failureText } from './use-changes';
import { useUndoKeys } from './use-undo-keys';

/** Reads a file and keeps its papers ready. */
type StageFile = (
  source: { readonly name: string; readonly text: string },
  library: Pick<Library, 'stageImport' | 'dropImport'>,
  work: {
    readonly signal: AbortSignal;
    readonly tell: (done: number, total: number) => void;
  },
) => Promise<StagedFile>;

export type ImportPageProps = {
  readonly library: Pick<Library, 'stageImport' | 'dropImport' | 'commitImport' | 'stop'>;
  readonly changes: Changes;
  readonly stageFile: StageFile;
  readonly onProgress: OnProgress;
};

type State =
  | { readonly kind: 'asking'; readonly failure?: string }
  | { readonly kind: 'reading'; readonly percent: number; readonly stop: () => void }
  | { readonly kind: 'staged'; readonly file: StagedFile }
  | {
      readonly kind: 'saving';
      readonly task: string;
      readonly done: number;
      readonly total: number;
    };

/** Papers from a file: read, shown, and saved only then. */
export function ImportPage(props: ImportPageProps): JSX.Element {
  const { library, changes, stageFile } = props;
  const [state, setState] = useState<State>({ kind: 'asking' });
  useUndoKeys(changes.undo, NOTHING);
  useSaving(props, setState);
  const read = async (source: { name: string; text: string }): Promise<void> => {
    const work = new AbortController();
    const stop = (): void => work.abort();
    setState({ kind: 'reading', percent: 0, stop });
    try {
      const file = await stageFile(source, library, {
        signal: work.signal,
        tell: (done, total) =>
          setState({
            kind: 'reading',
            percent: Math.floor((100 * done) / Math.max(1, total)),
            stop,
          }),
      });
      setState({ kind: 'staged', file });
    } catch (error) {
      setState(
        work.signal.aborted ? { kind: 'asking' } : { kind: 'asking', failure: failureText(error) },
      );
    }
  };
  const save = async ({ task, preview }: StagedFile): Promise<void> => {
    setState({ kind: 'saving', task, done: 0, total: 0 });
    const count = preview.added + preview.changed;
    await changes.make(counted('importDone', count), () => library.commitImport(task));
    setState({ kind: 'asking' });
  };
  const drop = ({ task }: StagedFile): void => {
    void library.dropImport(task);
    setState({ kind: 'asking' });
  };
  return (
    <div class="import-page">
      {state.kind === 'asking' && <Asking failure={state.failure} onRead={(of) => void read(of)} />}
      {state.kind === 'reading' && (
        <Waiting
          label={text('importReading', state.percent)}
          value={state.percent}
          max={100}
          onStop={state.stop}
        />
      )}
      {state.kind === 'staged' && (
        <ImportStaged
          file={state.file}
          onSave={() => void save(state.file)}
          onDrop={() => drop(state.file)}
        />
      )}
      {state.kind === 'saving' && (
        <Waiting
          label={text('importSaving', state.done, state.total)}
          value={state.done}
          max={state.total}
          onStop={() => void library.stop(state.task)}
        />
      )}
      <Toast message={changes.message} />
    </div>
  );
}

const NOTHING = (): void => undefined;

/** Shows how far saving is. */
function useSaving({ onProgress }: ImportPageProps, onState: Dispatch<StateUpdater<State>>): void {
  useEffect(() => {
    const leaving = new AbortController();
    onProgress(({ task, done, total }) => {
      onState((now) =>
        now.kind === 'saving' && now.task === task ? { ...now, done, total } : now,
      );
    }, leaving.signal);
    return () => leaving.abort();
  }, [onProgress, onState]);
}

type AskingProps = {
  readonly failure: string | undefined;
  readonly onRead: (source: { name: string; text: string }) => void;
};

function Asking({ failure, onRead }: AskingProps): JSX.Element {
  const [pasted, setPasted] = useState('');
  const take = (file: File | undefined): void => {
    if (file) void textOf(file).then((content) => onRead({ name: file.name, text: content }));
  };
  return (
    <>
      <p class="muted">{text('importIntro')}</p>
      <div
        class="drop-zone"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          take(event.dataTransfer?.files[0]);
        }}
      >
        <label class="labelled">
          {text('importChoose')}
          <input
            type="file"
            accept=".bib,.ris,.json,.csv,.txt,.html,.enw,.nbib,text/*,application/json"
            onChange={(event) => take(event.currentTarget.files?.[0])}
          />
        </label>
        <span class="muted">{text('importDrop')}</span>
      </div>
      <form
        class="paste"
        onSubmit={(event) => {
          event.preventDefault();
          if (pasted.trim() !== '') onRead({ name: '', text: pasted });
        }}
      >
        <label class="labelled">
          {text('importText')}
          <textarea
            class="field"
            rows={8}
            spellcheck={false}
            placeholder={text('importTextHint')}
            value={pasted}
            onInput={(event) => setPasted(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button primary" disabled={pasted.trim() === ''}>
          {text('importRead')}
        </button>
      </form>
      {failure !== undefined && (
        <p class="line failed" role="alert">
          {failure}
        </p>
      )}
    </>
  );
}

/** Files of old programs are in the Windows alphabet; read as UTF-8 they would lose their letters. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

type WaitingProps = {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly onStop: () => void;
};

function Waiting({ label, value, max, onStop }: WaitingProps): JSX.Element {
  return (
    <div class="import-waiting" role="status">
      <progress value={value} max={Math.max(1, max)} aria-label={label} />
      <span>{label}</span>
      <button type="button" class="button small" onClick={onStop}>
        {text('exportStop')}
      </button>
    </div>
  );
}
