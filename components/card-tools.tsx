import type { ComponentChildren, JSX } from 'preact';
import type { Claim } from '@/utils/domain/claims';
import type { CardStatus } from '@/utils/domain/entry';
import { type Tag, colourOf } from '@/utils/domain/tag';
import type { Verdict } from '@/utils/domain/verdict';
import { topicName } from '@/utils/query/topic-name';
import { text } from '@/utils/strings';
import * as icons from './icon-outlines';
import { Icon, type Outline } from './icons';
import { STATE_NAMES } from './state-names';
import { Stub } from './stub';

/** What a button on a card asks for; also its `data-action`. */
export type CardAction =
  | 'save'
  | 'tag'
  | 'note'
  | 'state'
  | 'bibtex'
  | 'hide'
  | 'hide-topic'
  | 'show'
  | 'except'
  | 'edit-rule'
  | 'pause-rule'
  | 'why'
  | 'retry';

export type CardToolsProps = {
  readonly title: string;
  /** Absent until the library has answered for this card. */
  readonly status: CardStatus | undefined;
  /** The version the page shows, where it tells. */
  readonly version?: number | undefined;
  /** Every tag there is, with its colour. */
  readonly tags: readonly Tag[];
  readonly verdict: Verdict;
  /** Whether any rule matched, so that there is something to explain. */
  readonly ruled: boolean;
  /** Shown although its verdict would hide it. */
  readonly shownAnyway: boolean;
  /** A sentence saying why the last change was not stored. */
  readonly failure: string | undefined;
  /** False where nothing may be hidden. */
  readonly canHide: boolean;
  readonly onAction: (action: CardAction, event: Event) => void;
};

/** The row of tools on one card, or the one line that is left of a collapsed card. */
export function CardTools(props: CardToolsProps): JSX.Element {
  if (props.verdict.kind === 'collapse') {
    return <Stub title={props.title} verdict={props.verdict} onAction={props.onAction} />;
  }
  return (
    <div class="tools" role="group" aria-label={text('toolsFor', props.title)}>
      <Buttons {...props} />
      <Marks {...props} />
      {props.failure !== undefined && (
        <p class="failure" role="alert">
          <span>{props.failure}</span>
          <button type="button" class="link" data-action="retry" onClick={asking(props, 'retry')}>
            {text('tryAgain')}
          </button>
        </p>
      )}
    </div>
  );
}

function Buttons(props: CardToolsProps): JSX.Element {
  const { status, canHide } = props;
  const entry = status?.entry;
  const hiddenNow = status?.hidden === true;
  return (
    <div class="bar">
      <Tool
        {...props}
        action="save"
        icon={icons.bookmark}
        label={text(entry ? 'saved' : 'save')}
        hint="s"
        pressed={entry !== undefined}
      />
      <Tool {...props} action="tag" icon={icons.tag} label={text('tag')} hint="t" />
      <Tool
        {...props}
        action="note"
        icon={icons.note}
        label={text(status?.note ? 'noteEdit' : 'note')}
        hint="n"
        marked={Boolean(status?.note)}
      />
      <Tool {...props} action="state" icon={icons.clock} label={text('readingState')} hint="r" />
      <Tool {...props} action="bibtex" icon={icons.quote} label={text('copyBibtex')} hint="b" />
      {canHide && (
        <Tool
          {...props}
          action="hide"
          icon={icons.eyeOff}
          label={text(hiddenNow ? 'unhidePaper' : 'hidePaper')}
          hint="h"
          pressed={hiddenNow}
        />
      )}
      {canHide && (
        <Tool
          {...props}
          action="hide-topic"
          icon={icons.funnel}
          label={text('hideTopic')}
          hint="Shift+H"
        />
      )}
    </div>
  );
}

const CLAIM_NAMES = {
  accepted: 'claimAccepted',
  published: 'claimPublished',
  workshop: 'claimWorkshop',
  submitted: 'claimSubmitted',
  withdrawn: 'claimWithdrawn',
} as const;

type ToolProps = Pick<CardToolsProps, 'onAction'> & {
  readonly action: CardAction;
  readonly icon: Outline;
  readonly label: string;
  readonly hint: string;
  readonly pressed?: boolean;
  readonly marked?: boolean;
};

function Tool({ onAction, action, icon, label, hint, pressed, marked }: ToolProps): JSX.Element {
  return (
    <button
      type="button"
      class={marked ? 'tool marked' : 'tool'}
      data-action={action}
      aria-label={label}
      aria-pressed={pressed}
      title={`${label} (${hint})`}
      onClick={asking({ onAction }, action)}
    >
      <Icon outline={icon} filled={action === 'save' && pressed} />
    </button>
  );
}

/** What the reader already did with this paper, in words and chips. */
function Marks(props: CardToolsProps): JSX.Element | null {
  const { status, verdict, shownAnyway } = props;
  const entry = status?.entry;
  const marks: ComponentChildren[] = [];
  if (entry && entry.state !== 'inbox') {
    marks.push(<span class="mark">{text(STATE_NAMES[entry.state])}</span>);
  }
  for (const tag of entry?.tags ?? []) {
    marks.push(
      <span class="mark tag" data-colour={colourOf(props.tags, tag)} key={tag}>
        {tag}
      </span>,
    );
  }
  if (!entry && status?.seenBefore) marks.push(<span class="mark seen">{text('seenBefore')}</span>);
  if (status?.citedAs !== undefined) {
    marks.push(<span class="mark">{text('citedAs', status.citedAs)}</span>);
  }
  const later = laterVersion(props);
  if (later !== undefined) marks.push(<span class="mark later">{later}</span>);
  marks.push(...claimMarks(status?.claims ?? []));
  if (shownAnyway) marks.push(<span class="mark seen">{text('shownAnyway')}</span>);
  if ((verdict.kind === 'highlight' || verdict.kind === 'pin') && verdict.because) {
    marks.push(
      <span class={`mark ${verdict.kind}`}>
        {verdict.kind === 'pin' && <Icon outline={icons.pin} />}
        {topicName(verdict.because.rule.query)}
      </span>,
    );
  }
  if (props.ruled) {
    marks.push(
      <button
        type="button"
        class="mark why-button"
        data-action="why"
        title={text('whyHint')}
        onClick={asking(props, 'why')}
      >
        {text('why')}
      </button>,
    );
  }
  return marks.length > 0 ? <div class="marks">{marks}</div> : null;
}

/** `v3 since you read v1`, for a saved paper of which there is a later version now. */
function laterVersion({ status, version }: CardToolsProps): string | undefined {
  const { heldVersion, state } = status?.entry ?? {};
  if (version === undefined || heldVersion === undefined || version <= heldVersion)
    return undefined;
  const isRead = state === 'read' || state === 'reading';
  return text(isRead ? 'laterThanRead' : 'laterThanSaved', `v${version}`, `v${heldVersion}`);
}

/** Claims are told as the paper's own words, which a title shows; links to code lead there. */
function claimMarks(claims: readonly Claim[]): ComponentChildren[] {
  return claims.slice(0, MOST_CLAIMS).flatMap(({ kind, venue, year, url, words }) => {
    const title = text('claimedBy', words);
    if (kind === 'code') {
      return url === undefined ? [] : [codeLink(url, title)];
    }
    // Some venues are named with their year.
    const isDated = year !== undefined && venue?.includes(year);
    const place = [venue, isDated ? undefined : year]
      .filter((part) => part !== undefined)
      .join(' ');
    const label = place === '' ? text(CLAIM_NAMES[kind]) : place;
    const shown = kind === 'submitted' ? text(CLAIM_NAMES.submitted) : label;
    return [
      <span class={`mark claim ${kind}`} title={title} key={`${kind} ${words}`}>
        {shown}
      </span>,
    ];
  });
}

const MOST_CLAIMS = 4;

function codeLink(url: string, title: string): JSX.Element {
  return (
    <a class="mark claim code" href={url} target="_blank" rel="noopener noreferrer" title={title}>
      {text('claimCode')}
    </a>
  );
}

/** Page scripts can dispatch clicks; only the reader's own count. */
function asking(
  { onAction }: Pick<CardToolsProps, 'onAction'>,
  action: CardAction,
): (event: Event) => void {
  return (event) => {
    event.preventDefault();
    event.stopPropagation();
    if (event.isTrusted) onAction(action, event);
  };
}
