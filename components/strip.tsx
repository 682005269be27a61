import type { JSX } from 'preact';
import { counted, text } from '@/utils/strings';

export type StripProps = {
  readonly cards: number;
  readonly concealed: number;
  /** Of these, how many the reader hid one by one. */
  readonly byHand: number;
  /** How many rules conceal something here. */
  readonly rules: number;
  readonly saved: number;
  /** How many cards the next action is for, when the reader chose them. */
  readonly selected: number;
  readonly paused: boolean;
  /** The reader asked to see everything for now. */
  readonly showingAll: boolean;
  /** How many cards could not be read. */
  readonly unreadable: number;
  /** False when the page is not as Offprint knows it. */
  readonly understood: boolean;
  readonly disconnected: boolean;
  /** Words the reader filters the page by, with how many cards match. */
  readonly filter: { readonly query: string; readonly matching: number } | undefined;
  readonly onPause: (paused: boolean) => void;
  readonly onShowAll: (all: boolean) => void;
  readonly onClearFilter: () => void;
  readonly onHelp: () => void;
};

/** The line above a listing: how many papers are in sight, how many are hidden and by what. */
export function Strip(props: StripProps): JSX.Element {
  const { cards, concealed, paused, showingAll, understood, disconnected, filter } = props;
  return (
    <div class="strip" role="region" aria-label={text('extensionName')}>
      <p class="strip-text" role="status">
        {disconnected ? (
          text('disconnected')
        ) : understood ? (
          <Counts {...props} />
        ) : (
          text('pageChanged')
        )}
      </p>
      {filter && (
        <StripButton
          label={text('clearFilter')}
          action="clear-filter"
          onPress={props.onClearFilter}
        />
      )}
      {(concealed > 0 || showingAll) && !paused && (
        <StripButton
          label={text(showingAll ? 'hideAgain' : 'showAll')}
          action="show-all"
          onPress={() => props.onShowAll(!showingAll)}
        />
      )}
      {understood && cards > 0 && (
        <StripButton
          label={text(paused ? 'resume' : 'pause')}
          action="pause"
          title={text(paused ? 'resumeHint' : 'pauseHint')}
          onPress={() => props.onPause(!paused)}
        />
      )}
      <StripButton label="?" action="help" title={text('keys')} onPress={props.onHelp} />
    </div>
  );
}

function Counts(props: StripProps): JSX.Element {
  const {
    cards,
    concealed,
    byHand,
    rules,
    saved,
    selected,
    paused,
    showingAll,
    unreadable,
    filter,
  } = props;
  const parts: string[] = [];
  if (filter) parts.push(text('matchingOf', filter.matching, cards, filter.query));
  else
    parts.push(
      concealed > 0 ? text('countOf', cards - concealed, cards) : counted('papers', cards),
    );
  if (paused) parts.push(text('paused'));
  else if (showingAll) parts.push(text('showingAll'));
  else {
    if (concealed > byHand) parts.push(counted('hiddenByRules', rules, concealed - byHand));
    if (byHand > 0) parts.push(text('hiddenByHand', byHand));
  }
  if (saved > 0) parts.push(text('savedCount', saved));
  if (selected > 0) parts.push(text('selectedCount', selected));
  if (unreadable > 0) parts.push(counted('unreadableCards', unreadable));
  return <>{parts.join(' · ')}</>;
}

type StripButtonProps = {
  readonly label: string;
  readonly action: string;
  readonly title?: string;
  readonly onPress: () => void;
};

function StripButton({ label, action, title, onPress }: StripButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class="link"
      data-action={action}
      title={title}
      onClick={(event) => event.isTrusted && onPress()}
    >
      {label}
    </button>
  );
}
