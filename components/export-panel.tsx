import type { JSX } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CiteOptions, FormatChoice } from '@/utils/domain/citing';
import type { Library } from '@/utils/domain/library';
import type { PaperId } from '@/utils/domain/paper-id';
import { counted, text } from '@/utils/strings';
import { CiteOptionFields } from './cite-options';
import { FindingList } from './finding-list';
import { ExportWays, type ExportWaysProps } from './export-ways';
import * as icons from './icon-outlines';
import { Icon } from './icons';
import { KeysAnew } from './keys-anew';
import { LookUpAll } from './look-up-all';
import { type Changes, failureText } from './use-changes';
import {
  type AuthorsState,
  type ExportParts,
  type ExportPlace,
  type ExportScope,
  useAuthors,
} from './use-export';
import { INSPECTED, PREVIEWED, usePreview } from './use-preview';
import { useReading } from './use-reading';

export type ExportPanelProps = {
  readonly scope: ExportScope;
  readonly library: Library;
  readonly place: ExportWaysProps['place'] & {
    readonly duplicates: string;
    readonly askForLookUps: () => Promise<boolean>;
  };
  readonly idsOf: ExportParts['idsOf'];
  readonly onProgress: ExportParts['onProgress'];
  readonly changes: Changes;
  readonly format: FormatChoice;
  readonly onFormat: (format: FormatChoice) => void;
  readonly onClose: () => void;
};

/** What an export would write, in a dialog: format, options, a preview, what could be mended, and where to. */
export function ExportPanel(props: ExportPanelProps): JSX.Element {
  const { scope, idsOf, changes, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const ids = useReading(
    useCallback(() => idsOf(scope), [idsOf, scope]),
    0,
  ).value;
  const count = ids?.length ?? 0;
  return (
    <dialog ref={dialog} class="export-panel" aria-labelledby="export-heading" onClose={onClose}>
      <header>
        <h2 id="export-heading">{counted('exportPanel', count)}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={text('dismiss')}
          onClick={() => dialog.current?.close()}
        >
          <Icon outline={icons.close} />
        </button>
      </header>
      {ids && <Body {...props} ids={ids} />}
      <p class="export-said" role="status">
        {changes.message?.text ?? ''}
      </p>
    </dialog>
  );
}

type BodyProps = ExportPanelProps & { readonly ids: readonly PaperId[] };

function Body(props: BodyProps): JSX.Element {
  const { ids, library, place, changes, format, onFormat } = props;
  const [options, setOptions] = useCiteOptions(library, (error) =>
    changes.say({ text: failureText(error), tone: 'failed' }),
  );
  const [attempt, setAttempt] = useState(0);
  const preview = usePreview(place.exporter, ids, format, options, changes.revision + attempt);
  const [authors, setAuthors] = useState<AuthorsState>({ kind: 'none' });
  const onAuthors = (next: AuthorsState): void => {
    setAuthors(next);
    // Once their names are there, the papers are no finding any more, and the answer goes with it.
    if (next.kind === 'fetched' && next.filled.length > 0) {
      changes.say({ text: counted('authorsFilled', next.filled.length), tone: 'done' });
    }
  };
  const fetch = useAuthors(props);
  const lacking = preview.findings.find(({ code }) => code === 'authors-unknown')?.ids ?? [];
  const askArxiv = async (): Promise<void> => {
    if (authors.kind !== 'fetched' || !(await place.askForArxiv())) return;
    await fetch(
      authors.missed.map(({ id }) => id),
      authors,
      onAuthors,
    );
  };
  return (
    <>
      <div class="export-fields">
        <FormatField exporter={place.exporter} format={format} onFormat={onFormat} />
        {options && (
          <CiteOptionFields options={options} onOptions={setOptions} templates={place.exporter} />
        )}
      </div>
      <div class="line-buttons">
        <KeysAnew ids={ids} library={library} changes={changes} />
        <LookUpAll {...props} askForLookUps={place.askForLookUps} />
      </div>
      <div class="export-lines" role="group" aria-label={text('exportReport')}>
        <FindingList
          findings={preview.findings}
          count={Math.min(ids.length, INSPECTED)}
          authors={authors}
          onFetch={() => void fetch(lacking, undefined, onAuthors)}
          onFetchFromArxiv={() => void askArxiv()}
          onStop={() => void library.stop('fetch authors')}
          onAgain={() => setAttempt(attempt + 1)}
          againLabel={text('tryAgain')}
          onPublished={(found) => citePublished(library, changes, found)}
          duplicates={place.duplicates}
          onOtherFormat={
            format.id === 'bibtex'
              ? () => onFormat({ id: 'biblatex', name: 'biblatex' })
              : undefined
          }
        />
        {ids.length > INSPECTED && <p class="muted">{text('findingsFirst', INSPECTED)}</p>}
      </div>
      {preview.failure !== undefined && <p class="line failed">{preview.failure}</p>}
      {/* Long text scrolls by keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre class="export-preview" tabIndex={0} role="region" aria-label={text('exportPreview')}>
        {preview.text}
      </pre>
      {ids.length > PREVIEWED && (
        <p class="muted">{counted('exportPreviewOf', ids.length, PREVIEWED)}</p>
      )}
      <ExportWays {...props} format={format} />
    </>
  );
}

/** Has citations of these papers tell of the published version, with a way back. */
export function citePublished(
  library: Pick<Library, 'citePublication'>,
  changes: Changes,
  ids: readonly PaperId[],
): void {
  void changes.make(counted('citedPublished', ids.length), () =>
    library.citePublication(ids, true),
  );
}

type FormatFieldProps = {
  readonly exporter: ExportPlace['exporter'];
  readonly format: FormatChoice;
  readonly onFormat: (format: FormatChoice) => void;
};

function FormatField({ exporter, format, onFormat }: FormatFieldProps): JSX.Element {
  const formats = useReading(
    useCallback(() => exporter.formats(), [exporter]),
    0,
  ).value ?? [format];
  return (
    <label class="labelled">
      {text('exportFormat')}
      <select
        class="select"
        value={format.id}
        onChange={(event) => {
          const chosen = formats.find(({ id }) => id === event.currentTarget.value);
          if (chosen) onFormat(chosen);
        }}
      >
        {formats.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The reader's options; a change is stored before anything is written by it. */
function useCiteOptions(
  library: Pick<Library, 'citeOptions' | 'setCiteOptions'>,
  onFailure: (error: unknown) => void,
): [CiteOptions | undefined, (options: CiteOptions) => void] {
  const [options, setOptions] = useState<CiteOptions>();
  useEffect(() => {
    library.citeOptions().then(setOptions, onFailure);
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [library]);
  const change = async (next: CiteOptions): Promise<void> => {
    await library.setCiteOptions(next);
    setOptions(next);
  };
  return [options, (next) => void change(next).catch(onFailure)];
}
