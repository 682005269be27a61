import type { JSX } from 'preact';
import { counted, text } from '@/utils/strings';
import { LinkButton } from './link-button';

export type StripProps = {
  readonly cards: number;
  readonly concealed: number;
  /** Of these, how many the reader hid one by one. */
  readonly byHand: number;
  /** Of these, how many because they were seen before. */
  readonly asSeen: number;
  /** How many rules conceal something here. */
  readonly rules: number;
  readonly saved: number;
  /** How many a rule pins. */
  readonly pinned: number;
  /** How many were never seen on an earlier visit, and how long ago that was. */
  readonly fresh: number;
  readonly since: string | undefined;
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
  readonly onList: () => void;
  readonly onNextPinned: () => void;
  readonly onClearFilter: () => void;
  readonly onHelp: () => void;
};

/** The line above a listing: how many papers are in sight, how many are hidden and by what. */
export function Strip(props: StripProps): JSX.Element {
  const { understood, disconnected } = props;
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
      {understood && !disconnected && <StripButtons {...props} />}
      <LinkButton label="?" action="help" title={text('keys')} onPress={props.onHelp} />
    </div>
  );
}

function StripButtons(props: StripProps): JSX.Element {
  const { cards, concealed, pinned, paused, showingAll, filter } = props;
  return (
    <>
      {filter && (
        <LinkButton
          label={text('clearFilter')}
          action="clear-filter"
          onPress={props.onClearFilter}
        />
      )}
      {pinned > 0 && !paused && (
        <LinkButton
          label={text('pinnedCount', pinned)}
          action="next-pinned"
          title={text('nextPinnedHint')}
          onPress={props.onNextPinned}
        />
      )}
      {concealed > 0 && !paused && (
        <LinkButton
          label={text('listHidden')}
          action="list-hidden"
          title={text('listHiddenHint')}
          onPress={props.onList}
        />
      )}
      {(concealed > 0 || showingAll) && !paused && (
        <LinkButton
          label={text(showingAll ? 'hideAgain' : 'showAll')}
          action="show-all"
          onPress={() => props.onShowAll(!showingAll)}
        />
      )}
      {cards > 0 && (
        <LinkButton
          label={text(paused ? 'resume' : 'pause')}
          action="pause"
          title={text(paused ? 'resumeHint' : 'pauseHint')}
          onPress={() => props.onPause(!paused)}
        />
      )}
    </>
  );
}

function Counts(props: StripProps): JSX.Element {
  const {
    cards,
    concealed,
    byHand,
    asSeen,
    rules,
    saved,
    selected,
    paused,
    showingAll,
    unreadable,
    filter,
    fresh,
    since,
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
    const byRules = concealed - byHand - asSeen;
    if (byRules > 0) parts.push(counted('hiddenByRules', rules, byRules));
    if (byHand > 0) parts.push(text('hiddenByHand', byHand));
    if (asSeen > 0) parts.push(text('hiddenSeen', asSeen));
  }
  if (since !== undefined && fresh < cards) parts.push(text('freshSince', fresh, since));
  if (saved > 0) parts.push(text('savedCount', saved));
  if (selected > 0) parts.push(text('selectedCount', selected));
  if (unreadable > 0) parts.push(counted('unreadableCards', unreadable));
  return <>{parts.join(' · ')}</>;
}
