import type { ComponentChildren, JSX } from 'preact';
import type { CardStatus } from '@/utils/domain/entry';
import type { Verdict } from '@/utils/domain/verdict';
import { text } from '@/utils/strings';
import { Icon, type IconName } from './icons';
import { STATE_NAMES } from './state-menu';
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
  | 'undo-hide'
  | 'edit-rule'
  | 'retry';

export type CardToolsProps = {
  readonly title: string;
  /** Absent until the library has answered for this card. */
  readonly status: CardStatus | undefined;
  readonly verdict: Verdict;
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
        icon={entry ? 'bookmark-filled' : 'bookmark'}
        label={text(entry ? 'saved' : 'save')}
        hint="s"
        pressed={entry !== undefined}
      />
      <Tool {...props} action="tag" icon="tag" label={text('tag')} hint="t" />
      <Tool
        {...props}
        action="note"
        icon="note"
        label={text(status?.note ? 'noteEdit' : 'note')}
        hint="n"
        marked={Boolean(status?.note)}
      />
      <Tool {...props} action="state" icon="clock" label={text('readingState')} hint="r" />
      <Tool {...props} action="bibtex" icon="quote" label={text('copyBibtex')} hint="b" />
      {canHide && (
        <Tool
          {...props}
          action="hide"
          icon="eye-off"
          label={text(hiddenNow ? 'unhidePaper' : 'hidePaper')}
          hint="h"
          pressed={hiddenNow}
        />
      )}
      {canHide && (
        <Tool
          {...props}
          action="hide-topic"
          icon="funnel"
          label={text('hideTopic')}
          hint="Shift+H"
        />
      )}
    </div>
  );
}

type ToolProps = Pick<CardToolsProps, 'onAction'> & {
  readonly action: CardAction;
  readonly icon: IconName;
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
      <Icon name={icon} />
    </button>
  );
}

/** What the reader already did with this paper, in words and chips. */
function Marks({ status, verdict, shownAnyway }: CardToolsProps): JSX.Element | null {
  const entry = status?.entry;
  const marks: ComponentChildren[] = [];
  if (entry && entry.state !== 'inbox') {
    marks.push(<span class="mark">{text(STATE_NAMES[entry.state])}</span>);
  }
  for (const tag of entry?.tags ?? []) {
    marks.push(
      <span class="mark tag" key={tag}>
        {tag}
      </span>,
    );
  }
  if (!entry && status?.seenBefore) marks.push(<span class="mark seen">{text('seenBefore')}</span>);
  if (shownAnyway) marks.push(<span class="mark seen">{text('shownAnyway')}</span>);
  if (verdict.kind === 'highlight' && verdict.because) {
    marks.push(<span class="mark">{verdict.because.rule.query}</span>);
  }
  return marks.length > 0 ? <div class="marks">{marks}</div> : null;
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
