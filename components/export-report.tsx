import type { JSX } from 'preact';
import type { FetchedAuthors } from '@/utils/domain/library';
import type { CitationWarning } from '@/utils/domain/citing';
import { type PluralKey, counted, text } from '@/utils/strings';
import * as icons from './icon-outlines';
import { Icon } from './icons';
import { type AuthorsState, type Export, type ExportState, authorless } from './use-export';

/** What an export wrote, what it lacks, and how to mend it. */
export function ExportReport({ task }: { readonly task: Export }): JSX.Element | null {
  const { state, dismiss } = task;
  if (state.kind === 'idle' || state.kind === 'writing') return null;
  return (
    <section class="export-report" aria-label={text('exportReport')}>
      <div class="export-lines" role="status">
        {state.kind === 'failed' ? (
          <p class="line failed">
            <Icon outline={icons.warning} />
            <span>{state.reason}</span>
          </p>
        ) : (
          <Written state={state} task={task} />
        )}
      </div>
      <button type="button" class="icon-button" aria-label={text('dismiss')} onClick={dismiss}>
        <Icon outline={icons.close} />
      </button>
    </section>
  );
}

type Written = Extract<ExportState, { kind: 'written' }>;
type WrittenProps = { readonly state: Written; readonly task: Export };

function Written({ state, task }: WrittenProps): JSX.Element {
  const lacking = authorless(state);
  return (
    <>
      <p class="line done">
        <Icon outline={icons.check} />
        <span>{counted('exported', state.count)}</span>
      </p>
      {lacking.length > 0 && (
        <div class="line warned">
          <Icon outline={icons.warning} />
          <div>
            <p>{counted('authorsMissing', lacking.length, state.count)}</p>
            <Authors authors={state.authors} task={task} state={state} />
          </div>
        </div>
      )}
      <Others warnings={state.warnings} />
    </>
  );
}

function Authors({
  authors,
  task,
  state,
}: WrittenProps & { readonly authors: AuthorsState }): JSX.Element {
  if (authors.kind === 'fetching') {
    return <p class="fetching">{counted('fetchingAuthors', authors.count)}</p>;
  }
  if (authors.kind === 'fetched') return <Fetched authors={authors} task={task} state={state} />;
  return (
    <>
      {authors.kind === 'failed' && <p>{authors.reason}</p>}
      <button type="button" class="button small" onClick={task.fetchAuthors}>
        {text('fetchAuthors')}
      </button>
    </>
  );
}

const MISSES: Readonly<Record<FetchedAuthors['missed'][number]['reason'], PluralKey>> = {
  unknown: 'missedUnknown',
  network: 'missedNetwork',
  permission: 'missedPermission',
};

function Fetched({
  authors,
  task,
  state,
}: WrittenProps & { readonly authors: FetchedAuthors }): JSX.Element {
  const missed = (reason: keyof typeof MISSES): number =>
    authors.missed.filter((miss) => miss.reason === reason).length;
  const reasons = (['unknown', 'network', 'permission'] as const).filter(
    (reason) => missed(reason) > 0,
  );
  return (
    <>
      <p>
        {[
          ...(authors.filled.length > 0 ? [counted('authorsFilled', authors.filled.length)] : []),
          ...reasons.map((reason) => counted(MISSES[reason], missed(reason))),
        ].join(' ')}
      </p>
      <div class="line-buttons">
        {authors.filled.length > 0 && (
          <button type="button" class="button small primary" onClick={() => task.run(state.scope)}>
            <Icon outline={icons.download} />
            {text('exportAgain')}
          </button>
        )}
        {missed('permission') > 0 && (
          <button type="button" class="button small" onClick={task.fetchFromArxiv}>
            {text('askArxiv')}
          </button>
        )}
        {missed('network') > 0 && (
          <button type="button" class="button small" onClick={task.fetchAuthors}>
            {text('tryAgain')}
          </button>
        )}
      </div>
    </>
  );
}

const OTHERS: Readonly<Record<Exclude<CitationWarning['code'], 'authors-unknown'>, PluralKey>> = {
  characters: 'warnCharacters',
  'dropped-characters': 'warnDropped',
  unreadable: 'warnUnreadable',
};

function Others({ warnings }: { readonly warnings: readonly CitationWarning[] }): JSX.Element {
  const codes = ['characters', 'dropped-characters', 'unreadable'] as const;
  return (
    <>
      {codes.map((code) => {
        const of = warnings.filter((warning) => warning.code === code);
        if (of.length === 0) return null;
        return (
          <details key={code} class="line warned">
            <summary>{counted(OTHERS[code], of.length)}</summary>
            <ul>
              {of.slice(0, 50).map(({ id, title, detail }) => (
                <li key={`${id} ${detail}`}>{detail ? `${title} (${detail})` : title}</li>
              ))}
            </ul>
          </details>
        );
      })}
    </>
  );
}
