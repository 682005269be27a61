import { useState } from 'preact/hooks';
import type { FetchedAuthors, Library } from '@/utils/domain/library';
import type { Citation, CitationWarning } from '@/utils/domain/citing';
import type { PaperId } from '@/utils/domain/paper-id';
import { failureText } from './use-changes';

/** Which papers an export takes: those named, or all that a query finds. */
type ExportScope =
  | { readonly kind: 'selected'; readonly ids: readonly PaperId[] }
  | { readonly kind: 'query'; readonly query: string };

/** Where an export stands. */
export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'writing' }
  | { readonly kind: 'failed'; readonly reason: string }
  | {
      readonly kind: 'written';
      readonly scope: ExportScope;
      readonly count: number;
      readonly warnings: readonly CitationWarning[];
      readonly authors: AuthorsState;
    };

/** What came of fetching the authors an export lacked. */
export type AuthorsState =
  | { readonly kind: 'none' }
  | { readonly kind: 'fetching'; readonly count: number }
  | { readonly kind: 'failed'; readonly reason: string }
  | ({ readonly kind: 'fetched' } & FetchedAuthors);

/** What an export needs of the page around it. */
export type ExportPlace = {
  readonly saveFile: (citation: Citation) => void;
  /** Asks the reader's leave to ask arXiv; must run inside a click. */
  readonly askForArxiv: () => Promise<boolean>;
};

export type Export = {
  readonly state: ExportState;
  readonly run: (scope: ExportScope) => void;
  readonly fetchAuthors: () => void;
  /** Asks leave first, then fetches what was refused for want of it. */
  readonly fetchFromArxiv: () => void;
  readonly dismiss: () => void;
};

/** Exports papers to a file, and mends what the export found missing. */
export function useExport(library: Library, place: ExportPlace): Export {
  const [state, setState] = useState<ExportState>({ kind: 'idle' });

  const write = async (scope: ExportScope): Promise<void> => {
    setState({ kind: 'writing' });
    try {
      const citation = await (scope.kind === 'selected'
        ? library.bibtex(scope.ids)
        : library.exportBibtex(scope.query));
      place.saveFile(citation);
      const { count, warnings } = citation;
      setState({ kind: 'written', scope, count, warnings, authors: { kind: 'none' } });
    } catch (error) {
      setState({ kind: 'failed', reason: failureText(error) });
    }
  };

  const fetch = async (ids: readonly PaperId[], before?: FetchedAuthors): Promise<void> => {
    if (state.kind !== 'written') return;
    const show = (authors: AuthorsState): void => setState({ ...state, authors });
    show({ kind: 'fetching', count: ids.length });
    try {
      const { filled, missed } = await library.fetchAuthors(ids);
      show({ kind: 'fetched', filled: [...(before?.filled ?? []), ...filled], missed });
    } catch (error) {
      show({ kind: 'failed', reason: failureText(error) });
    }
  };

  const fetchFromArxiv = async (): Promise<void> => {
    if (state.kind !== 'written' || state.authors.kind !== 'fetched') return;
    const { authors } = state;
    if (await place.askForArxiv())
      await fetch(
        authors.missed.map(({ id }) => id),
        authors,
      );
  };

  return {
    state,
    run: (scope) => void write(scope),
    fetchAuthors: () => void fetch(authorless(state)),
    fetchFromArxiv: () => void fetchFromArxiv(),
    dismiss: () => setState({ kind: 'idle' }),
  };
}

/** The exported papers without author names. */
export function authorless(state: ExportState): readonly PaperId[] {
  if (state.kind !== 'written') return [];
  return state.warnings.filter(({ code }) => code === 'authors-unknown').map(({ id }) => id);
}
