import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PaperId } from '@/utils/domain/paper-id';
import { counted, text } from '@/utils/strings';
import { Toast } from './toast';
import { type Changes, failureText } from './use-changes';
import { useRemembered } from './use-remembered';
import { useUndoKeys } from './use-undo-keys';

type BibFile = {
  readonly name: string;
  readonly write?: (text: string) => Promise<void>;
};

type Change =
  | { readonly kind: 'added'; readonly key: string }
  | { readonly kind: 'renamed'; readonly key: string; readonly wanted: string }
  | { readonly kind: 'known'; readonly key: string; readonly line: number }
  | { readonly kind: 'broken'; readonly key: string; readonly line: number };

type Hunk = {
  readonly before: number;
  readonly lines: readonly { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }[];
};

type BibMerge = {
  readonly after: string;
  readonly hunk: Hunk | undefined;
  readonly changes: readonly Change[];
};

/** What the page needs of the browser and the library. */
type BibFileDoor<File_ extends BibFile, Merge extends BibMerge> = {
  readonly canWrite: boolean;
  remembered(): Promise<File_ | undefined>;
  /** Lets the reader choose; must run inside a click. */
  choose(): Promise<File_ | undefined>;
  handedOver(file: File): File_;
  forget(): Promise<void>;
  idsOf(query: string): Promise<readonly PaperId[]>;
  compare(file: File_, ids: readonly PaperId[]): Promise<Merge>;
  /** Throws an error named `FileChanged` when the file is another by now. */
  write(file: File_, merge: Merge): Promise<void>;
  download(name: string, text: string): void;
};

export type BibFilePageProps<File_ extends BibFile, Merge extends BibMerge> = {
  readonly door: BibFileDoor<File_, Merge>;
  readonly changes: Changes;
};

/** The reader's own .bib file: chosen, compared, and written only when they have seen what changes. */
export function BibFilePage<File_ extends BibFile, Merge extends BibMerge>(
  props: BibFilePageProps<File_, Merge>,
): JSX.Element {
  const { door, changes } = props;
  const { file, merge, query, setQuery, busy, ...acts } = useBibFile(props);
  useUndoKeys(changes.undo, NOTHING);
  return (
    <div class="bib-page">
      <p class="muted">{text('bibIntro')}</p>
      <Chooser
        file={file}
        canWrite={door.canWrite}
        onChoose={acts.choose}
        onHand={(handed) => acts.take(door.handedOver(handed))}
        onForget={acts.forget}
      />
      {file && (
        <form
          class="bib-papers"
          onSubmit={(event) => {
            event.preventDefault();
            acts.compare(file);
          }}
        >
          <label class="labelled">
            {text('bibPapers')}
            <input
              class="field"
              value={query}
              spellcheck={false}
              placeholder={text('bibPapersHint')}
              onInput={(event) => setQuery(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="button primary" disabled={busy}>
            {text(busy ? 'bibComparing' : 'bibCompare')}
          </button>
        </form>
      )}
      {file && merge && (
        <Comparison
          merge={merge}
          writes={file.write !== undefined}
          busy={busy}
          onWrite={() =>
            file.write ? acts.write(file, merge) : door.download(file.name, merge.after)
          }
        />
      )}
      <Toast message={changes.message} />
    </div>
  );
}

/** The file, what merging would do to it, and what the reader may do next. */
function useBibFile<File_ extends BibFile, Merge extends BibMerge>({
  door,
  changes,
}: BibFilePageProps<File_, Merge>) {
  const [file, setFile] = useState<File_>();
  const [merge, setMerge] = useState<Merge>();
  const [query, setQuery] = useRemembered('bib-query', '', isText);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    door.remembered().then(setFile, () => undefined);
  }, [door]);
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      changes.say({ text: failureText(error), tone: 'failed' });
    }
    setBusy(false);
  };
  const take = (chosen: File_ | undefined): void => {
    setFile(chosen);
    setMerge(undefined);
  };
  const choose = async (): Promise<void> => {
    const chosen = await door.choose();
    if (chosen) take(chosen);
  };
  const forget = async (): Promise<void> => {
    await door.forget();
    take(undefined);
  };
  const compare = async (of: File_): Promise<void> =>
    setMerge(await door.compare(of, await door.idsOf(query)));
  const write = async (of: File_, shown: Merge): Promise<void> => {
    try {
      await door.write(of, shown);
      changes.say({ text: text('bibWritten', of.name), tone: 'done' });
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'FileChanged') throw error;
      changes.say({ text: text('bibChanged', of.name), tone: 'warning' });
    }
    await compare(of);
  };
  return {
    file,
    merge,
    query,
    setQuery,
    busy,
    take,
    choose: () => void attempt(choose),
    forget: () => void attempt(forget),
    compare: (of: File_) => void attempt(() => compare(of)),
    write: (of: File_, shown: Merge) => void attempt(() => write(of, shown)),
  };
}

const NOTHING = (): void => undefined;

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

type ChooserProps = {
  readonly file: BibFile | undefined;
  readonly canWrite: boolean;
  readonly onChoose: () => void;
  readonly onHand: (file: File) => void;
  readonly onForget: () => void;
};

function Chooser({ file, canWrite, onChoose, onHand, onForget }: ChooserProps): JSX.Element {
  if (!canWrite) {
    return (
      <label class="labelled">
        {text('bibHand')}
        <input
          type="file"
          accept=".bib"
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0];
            if (chosen) onHand(chosen);
          }}
        />
        <small class="muted">{text('bibHandHint')}</small>
      </label>
    );
  }
  return (
    <p class="bib-file">
      {file && <strong>{file.name}</strong>}
      <button type="button" class={file ? 'button small' : 'button primary'} onClick={onChoose}>
        {text(file ? 'bibChooseOther' : 'bibChoose')}
      </button>
      {file && (
        <button type="button" class="button small" onClick={onForget}>
          {text('bibForget')}
        </button>
      )}
    </p>
  );
}

type ComparisonProps = {
  readonly merge: BibMerge;
  readonly writes: boolean;
  readonly busy: boolean;
  readonly onWrite: () => void;
};

function Comparison({ merge, writes, busy, onWrite }: ComparisonProps): JSX.Element {
  const { changes, hunk } = merge;
  const count = (kinds: readonly Change['kind'][]): number =>
    changes.filter(({ kind }) => kinds.includes(kind)).length;
  const added = count(['added', 'renamed']);
  return (
    <section class="bib-merge" aria-labelledby="bib-found">
      <h2 id="bib-found">
        <span role="status">
          {[
            added === 0 ? text('bibCurrent') : counted('bibAdded', added),
            counted('bibKnown', count(['known'])),
          ].join(' · ')}
        </span>
      </h2>
      <ul>
        {changes.map((change) =>
          change.kind === 'renamed' ? (
            <li key={change.key}>{text('bibRenamed', change.wanted, change.key)}</li>
          ) : change.kind === 'broken' ? (
            <li key={`${change.line}`}>{text('bibBroken', change.line, change.key)}</li>
          ) : null,
        )}
      </ul>
      {hunk && (
        <>
          {/* Long text scrolls by keyboard too. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre class="bib-diff" tabIndex={0} role="region" aria-label={text('bibDiff')}>
            {hunk.lines.map(({ kind, text: line }, at) => (
              <span key={`${hunk.before + at}`} class={`diff-${kind}`}>
                {`${SIGNS[kind]} ${line}\n`}
              </span>
            ))}
          </pre>
          <button type="button" class="button primary" disabled={busy} onClick={onWrite}>
            {text(writes ? 'bibWrite' : 'bibDownload')}
          </button>
        </>
      )}
    </section>
  );
}

const SIGNS = { same: ' ', added: '+', removed: '−' } as const;
