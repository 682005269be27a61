import type { ComponentChildren, JSX } from 'preact';
import { text } from '@/utils/strings';
import * as icons from './icon-outlines';
import { Icon, type Outline } from './icons';
import type { Papers } from './finder';

type NoticeProps = {
  readonly icon: Outline;
  readonly heading: string;
  readonly sentence: string;
  readonly alert?: boolean;
  readonly children?: ComponentChildren;
};

function Notice({ icon, heading, sentence, alert, children }: NoticeProps): JSX.Element {
  return (
    <div class={alert ? 'notice alert' : 'notice'} role={alert ? 'alert' : undefined}>
      <span class="notice-icon">
        <Icon outline={icon} />
      </span>
      <h2>{heading}</h2>
      <p>{sentence}</p>
      {children && <div class="notice-buttons">{children}</div>}
    </div>
  );
}

export type ListInsteadProps = {
  readonly papers: Papers;
  readonly query: string;
  readonly trashed: boolean;
  /** Whether other answers stand below. */
  readonly goesOn: boolean;
  readonly welcome: ComponentChildren;
  readonly search: (query: string) => void;
  readonly onRetry: () => void;
};

/** What stands in the list's place while it has no rows. */
export function ListInstead(props: ListInsteadProps): JSX.Element {
  const { papers, query, trashed, welcome, search, onRetry } = props;
  if (papers.kind === 'loading') return <Waiting />;
  if (papers.kind === 'failed') return <Broken error={papers.error} onRetry={onRetry} />;
  if (props.goesOn) return <p class="list-empty muted">{text('noneSaved')}</p>;
  if (query.trim() !== '') return <NothingFound query={query.trim()} onClear={() => search('')} />;
  return trashed ? <TrashEmpty /> : <NothingSaved>{welcome}</NothingSaved>;
}

/** Gray bars where rows will be; they appear only when the answer takes its time. */
function Waiting(): JSX.Element {
  return (
    <div class="waiting" role="status" aria-label={text('loading')}>
      {[0, 1, 2, 3, 4].map((row) => (
        <div key={row} class="waiting-row" />
      ))}
    </div>
  );
}

/** The first thing a new reader sees; `children` are the ways to begin. */
function NothingSaved({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return (
    <Notice icon={icons.bookmark} heading={text('emptyHeading')} sentence={text('emptySentence')}>
      {children}
    </Notice>
  );
}

type NothingFoundProps = { readonly query: string; readonly onClear: () => void };

/** No saved paper answers the query. */
function NothingFound({ query, onClear }: NothingFoundProps): JSX.Element {
  return (
    <Notice
      icon={icons.search}
      heading={text('nothingFound', query)}
      sentence={text('nothingFoundHint')}
    >
      <button type="button" class="button" onClick={onClear}>
        {text('showAllPapers')}
      </button>
    </Notice>
  );
}

/** The trash holds nothing. */
function TrashEmpty(): JSX.Element {
  return (
    <Notice icon={icons.trash} heading={text('trashEmpty')} sentence={text('trashEmptySentence')} />
  );
}

export type BrokenProps = { readonly error: unknown; readonly onRetry: () => void };

/** The library does not open; nothing was touched. */
export function Broken({ error, onRetry }: BrokenProps): JSX.Element {
  return (
    <Notice
      icon={icons.warning}
      heading={text('brokenHeading')}
      sentence={text('brokenSentence')}
      alert
    >
      <ul class="advice">
        <li>{text('brokenAdviceWindows')}</li>
        <li>{text('brokenAdviceSpace')}</li>
        <li>{text('brokenAdviceRestart')}</li>
      </ul>
      <button type="button" class="button primary" onClick={onRetry}>
        {text('tryAgain')}
      </button>
      <code>{error instanceof Error ? `${error.name}: ${error.message}` : String(error)}</code>
    </Notice>
  );
}
