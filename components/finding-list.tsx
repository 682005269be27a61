import type { ComponentChildren, JSX } from 'preact';
import type { Finding } from '@/utils/domain/citing';
import type { FetchedAuthors } from '@/utils/domain/library';
import type { PaperId } from '@/utils/domain/paper-id';
import { type PluralKey, counted, text } from '@/utils/strings';
import * as icons from './icon-outlines';
import { Icon } from './icons';
import type { AuthorsState } from './use-export';

export type FindingListProps = {
  readonly findings: readonly Finding[];
  /** Papers looked at. */
  readonly count: number;
  readonly authors: AuthorsState;
  readonly onFetch: () => void;
  readonly onFetchFromArxiv: () => void;
  readonly onStop: () => void;
  /** Does again what found this, once names were fetched. */
  readonly onAgain: () => void;
  readonly againLabel: string;
  readonly onPublished: (ids: readonly PaperId[]) => void;
  /** Where duplicates are looked at. */
  readonly duplicates: string;
  /** Has the papers written in a format that takes their characters. */
  readonly onOtherFormat?: (() => void) | undefined;
};

const SENTENCES: Readonly<Record<Finding['code'], PluralKey>> = {
  unreadable: 'warnUnreadable',
  'authors-unknown': 'authorsMissing',
  duplicate: 'findDuplicates',
  published: 'findPublished',
  characters: 'warnCharacters',
  'dropped-characters': 'warnDropped',
};

/** What is worth knowing of papers before they are cited, each with its mend. */
export function FindingList(props: FindingListProps): JSX.Element {
  return (
    <>
      {props.findings.map((finding) => (
        <div key={finding.code} class="line warned">
          <Icon outline={icons.warning} />
          <div>
            <Told finding={finding} count={props.count} />
            <Mend {...props} finding={finding} />
          </div>
        </div>
      ))}
    </>
  );
}

const SHOWN = 50;

function Told({ finding, count }: { readonly finding: Finding; readonly count: number }) {
  const { code, titles } = finding;
  const sentence = counted(SENTENCES[code], titles.length, count);
  return (
    <details class="finding">
      <summary>{sentence}</summary>
      <ul>
        {[...new Set(titles)].slice(0, SHOWN).map((title) => (
          <li key={title}>{title}</li>
        ))}
        {titles.length > SHOWN && <li>{counted('findingMore', titles.length - SHOWN)}</li>}
      </ul>
    </details>
  );
}

function Mend(props: FindingListProps & { readonly finding: Finding }): JSX.Element | null {
  const { finding, onPublished, duplicates, onOtherFormat } = props;
  switch (finding.code) {
    case 'authors-unknown':
      return <Authors {...props} />;
    case 'published':
      return (
        <Buttons>
          <button type="button" class="button small" onClick={() => onPublished(finding.ids)}>
            {text('mendPublished')}
          </button>
        </Buttons>
      );
    case 'duplicate':
      return (
        <Buttons>
          <a class="button small" href={duplicates} target="_blank">
            {text('mendDuplicates')}
          </a>
        </Buttons>
      );
    case 'characters':
      return onOtherFormat ? (
        <Buttons>
          <button type="button" class="button small" onClick={onOtherFormat}>
            {text('mendCharacters')}
          </button>
        </Buttons>
      ) : null;
    default:
      return null;
  }
}

function Buttons({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <div class="line-buttons">{children}</div>;
}

function Authors(props: FindingListProps): JSX.Element {
  const { authors, onFetch, onStop } = props;
  if (authors.kind === 'fetching') {
    return (
      <div class="line-buttons">
        <span class="fetching">{counted('fetchingAuthors', authors.total)}</span>
        <progress
          value={authors.done}
          max={Math.max(1, authors.total)}
          aria-label={counted('fetchingAuthors', authors.total)}
        />
        <button type="button" class="button small" onClick={onStop}>
          {text('exportStop')}
        </button>
      </div>
    );
  }
  if (authors.kind === 'fetched') return <Fetched {...props} fetched={authors} />;
  return (
    <>
      {authors.kind === 'failed' && <p>{authors.reason}</p>}
      <Buttons>
        <button type="button" class="button small" onClick={onFetch}>
          {text('fetchAuthors')}
        </button>
      </Buttons>
    </>
  );
}

const MISSES: Readonly<Record<FetchedAuthors['missed'][number]['reason'], PluralKey>> = {
  unknown: 'missedUnknown',
  network: 'missedNetwork',
  permission: 'missedPermission',
};
const REASONS = ['unknown', 'network', 'permission'] as const;

function Fetched(props: FindingListProps & { readonly fetched: FetchedAuthors }): JSX.Element {
  const { fetched, onAgain, againLabel, onFetch, onFetchFromArxiv } = props;
  const missed = (reason: keyof typeof MISSES): number =>
    fetched.missed.filter((miss) => miss.reason === reason).length;
  const sentences = [
    ...(fetched.filled.length > 0 ? [counted('authorsFilled', fetched.filled.length)] : []),
    ...REASONS.filter((reason) => missed(reason) > 0).map((reason) =>
      counted(MISSES[reason], missed(reason)),
    ),
  ];
  return (
    <>
      <p>{sentences.join(' ')}</p>
      <Buttons>
        {fetched.filled.length > 0 && (
          <button type="button" class="button small primary" onClick={onAgain}>
            <Icon outline={icons.download} />
            {againLabel}
          </button>
        )}
        {missed('permission') > 0 && (
          <button type="button" class="button small" onClick={onFetchFromArxiv}>
            {text('askArxiv')}
          </button>
        )}
        {missed('network') > 0 && (
          <button type="button" class="button small" onClick={onFetch}>
            {text('tryAgain')}
          </button>
        )}
      </Buttons>
    </>
  );
}
