import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ExplainedTemplate, Exported, FormatChoice } from '@/utils/domain/citing';
import type { FetchedAuthors, Library } from '@/utils/domain/library';
import type { PaperId } from '@/utils/domain/paper-id';
import { failureText } from './use-changes';
import { useRemembered } from './use-remembered';

/** Which papers an export takes: those named, or all that a query finds. */
export type ExportScope =
  | { readonly kind: 'selected'; readonly ids: readonly PaperId[] }
  | { readonly kind: 'query'; readonly query: string };

/** Where an export stands. */
export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'writing'; readonly done: number; readonly total: number }
  | { readonly kind: 'failed'; readonly reason: string }
  | {
      readonly kind: 'written';
      readonly scope: ExportScope;
      readonly exported: Exported;
      readonly authors: AuthorsState;
    };

/** What came of fetching the authors an export lacked. */
export type AuthorsState =
  | { readonly kind: 'none' }
  | { readonly kind: 'fetching'; readonly done: number; readonly total: number }
  | { readonly kind: 'failed'; readonly reason: string }
  | ({ readonly kind: 'fetched' } & FetchedAuthors);

/** What writes the papers. */
export type Exporter = {
  formats(): Promise<readonly FormatChoice[]>;
  explainKeys(template: string): Promise<ExplainedTemplate>;
  explainLine(template: string): Promise<ExplainedTemplate>;
  write(
    ids: readonly PaperId[],
    formatId: string,
    work?: {
      readonly signal?: AbortSignal;
      readonly tell?: (done: number, total: number) => void;
    },
  ): Promise<Exported>;
};

/** What an export needs of the page around it. */
export type ExportPlace = {
  readonly exporter: Exporter;
  readonly saveFile: (exported: Exported) => void;
  /** Asks the reader's leave to ask arXiv; must run inside a click. */
  readonly askForArxiv: () => Promise<boolean>;
};

export type Export = {
  readonly state: ExportState;
  readonly format: FormatChoice;
  readonly onFormat: (format: FormatChoice) => void;
  readonly run: (scope: ExportScope) => void;
  readonly stop: () => void;
  readonly fetchAuthors: () => void;
  /** Asks leave first, then fetches what was refused for want of it. */
  readonly fetchFromArxiv: () => void;
  readonly dismiss: () => void;
};

export type ExportParts = {
  readonly library: Pick<Library, 'fetchAuthors' | 'stop'>;
  readonly place: ExportPlace;
  /** The papers of a scope, in the order they are written. */
  readonly idsOf: (scope: ExportScope) => Promise<readonly PaperId[]>;
  readonly onProgress: OnTaskProgress;
};

type OnTaskProgress = (
  listener: (progress: { task: string; done: number; total: number }) => void,
  signal: AbortSignal,
) => void;

const BIBTEX: FormatChoice = { id: 'bibtex', name: 'BibTeX' };

/** The format papers are exported in, as it was chosen last on any of our pages. */
function useFormat(): [FormatChoice, (format: FormatChoice) => void] {
  return useRemembered('export-format', BIBTEX, isChoice);
}

/** Exports papers to a file, and mends what the export found missing. */
export function useExport({ library, place, idsOf, onProgress }: ExportParts): Export {
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const [format, setFormat] = useFormat();
  const writing = useRef<AbortController>(undefined);
  const fetching = useAuthors({ library, onProgress });

  const write = async (scope: ExportScope): Promise<void> => {
    const work = new AbortController();
    writing.current = work;
    setState({ kind: 'writing', done: 0, total: 0 });
    try {
      const exported = await place.exporter.write(await idsOf(scope), format.id, {
        signal: work.signal,
        tell: (done, total) => setState({ kind: 'writing', done, total }),
      });
      place.saveFile(exported);
      setState({ kind: 'written', scope, exported, authors: { kind: 'none' } });
    } catch (error) {
      setState(
        work.signal.aborted ? { kind: 'idle' } : { kind: 'failed', reason: failureText(error) },
      );
    }
  };

  const fetch = async (ids: readonly PaperId[], before?: FetchedAuthors): Promise<void> => {
    if (state.kind !== 'written') return;
    await fetching(ids, before, (authors) => setState({ ...state, authors }));
  };

  const fetchFromArxiv = async (): Promise<void> => {
    if (state.kind !== 'written' || state.authors.kind !== 'fetched') return;
    const { authors } = state;
    if (await place.askForArxiv()) {
      await fetch(
        authors.missed.map(({ id }) => id),
        authors,
      );
    }
  };

  return {
    state,
    format,
    onFormat: setFormat,
    run: (scope) => void write(scope),
    stop() {
      writing.current?.abort();
      void library.stop(AUTHORS_TASK);
    },
    fetchAuthors: () => void fetch(authorless(state)),
    fetchFromArxiv: () => void fetchFromArxiv(),
    dismiss: () => setState({ kind: 'idle' }),
  };
}

const AUTHORS_TASK = 'fetch authors';

/** Fetches authors, and shows how far that is. */
export function useAuthors({ library, onProgress }: Pick<ExportParts, 'library' | 'onProgress'>) {
  const show = useRef<(authors: AuthorsState) => void>(undefined);
  useEffect(() => {
    const leaving = new AbortController();
    onProgress(({ task, done, total }) => {
      if (task === AUTHORS_TASK) show.current?.({ kind: 'fetching', done, total });
    }, leaving.signal);
    return () => leaving.abort();
  }, [onProgress]);
  return useCallback(
    async (
      ids: readonly PaperId[],
      before: FetchedAuthors | undefined,
      onState: (authors: AuthorsState) => void,
    ): Promise<void> => {
      show.current = onState;
      onState({ kind: 'fetching', done: 0, total: ids.length });
      try {
        const { filled, missed } = await library.fetchAuthors(ids, AUTHORS_TASK);
        show.current = undefined;
        onState({ kind: 'fetched', filled: [...(before?.filled ?? []), ...filled], missed });
      } catch (error) {
        show.current = undefined;
        onState({ kind: 'failed', reason: failureText(error) });
      }
    },
    [library],
  );
}

/** The exported papers without author names. */
function authorless(state: ExportState): readonly PaperId[] {
  if (state.kind !== 'written') return [];
  return state.exported.findings.find(({ code }) => code === 'authors-unknown')?.ids ?? [];
}

function isChoice(value: unknown): value is FormatChoice {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    'name' in value &&
    typeof value.id === 'string' &&
    typeof value.name === 'string'
  );
}
