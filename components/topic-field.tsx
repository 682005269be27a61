import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RuleProblem } from '@/utils/query/rules';
import { topicName } from '@/utils/query/topic-name';
import { counted, text } from '@/utils/strings';
import { problemText } from './query-problem';

/** What a topic would do on this page. */
export type TopicEffect = {
  readonly hidden: number;
  /** How many of the matching cards stay because they are saved. */
  readonly kept: number;
  /** Why the text is no rule yet. */
  readonly problem: RuleProblem | undefined;
};

export type TopicFieldProps = {
  /** Terms to pick from; each is a query ready to be a rule. Absent while they are being thought of. */
  readonly proposals: readonly string[] | undefined;
  /** The rule being edited. */
  readonly editing?: string | undefined;
  readonly effectOf: (query: string) => TopicEffect;
  /** Called while the reader types or looks at a proposal, so that the page can show what is meant. */
  readonly onPreview: (query: string) => void;
  readonly onHide: (query: string) => void;
  readonly onRemove?: (() => void) | undefined;
  readonly onDone: () => void;
};

/** Picks or types the topic to hide, with what it would hide counted at every keystroke. */
export function TopicField(props: TopicFieldProps): JSX.Element {
  const { proposals = [], editing, effectOf, onPreview, onHide, onRemove, onDone } = props;
  const [query, setQuery] = useState(editing ?? '');
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  const effect = effectOf(query);
  const say = (next: string): void => {
    setQuery(next);
    onPreview(next);
  };
  // With nothing typed, Enter means the first proposal.
  const chosen = query.trim() === '' ? proposals[0] : effect.problem ? undefined : query.trim();
  const submit = (event: Event): void => {
    event.preventDefault();
    if (event.isTrusted && chosen !== undefined) onHide(chosen);
  };
  const list = useRef<HTMLUListElement>(null);
  const hurry = useHaste(query === '' ? chosen : undefined, onHide);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.isTrusted && !props.proposals) hurry();
    else onArrow(event);
  };
  const onArrow = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    if (moveFocus(input.current, list.current, step)) event.preventDefault();
  };
  return (
    <form class="topic" onSubmit={submit}>
      <label class="heading" for="topic-query">
        {text(editing === undefined ? 'hideTopicHeading' : 'editTopicHeading')}
      </label>
      <input
        id="topic-query"
        ref={input}
        class="field"
        value={query}
        maxLength={200}
        autocomplete="off"
        spellcheck={false}
        placeholder={text('topicPlaceholder')}
        aria-describedby="topic-effect"
        onInput={(event) => say(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <p id="topic-effect" class="effect" role="status">
        {query.trim() === '' ? text('topicHint') : effectText(effect)}
      </p>
      {proposals.length > 0 && (
        <ul ref={list} class="proposals" aria-label={text('proposedTopics')}>
          {proposals.map((proposal) => (
            <Proposal
              key={proposal}
              isChosen={proposal === chosen}
              onArrow={onArrow}
              proposal={proposal}
              effect={effectOf(proposal)}
              onPreview={onPreview}
              onHide={onHide}
            />
          ))}
        </ul>
      )}
      <Buttons
        label={text(editing === undefined ? 'hideTopic' : 'saveRule')}
        disabled={chosen === undefined}
        onRemove={onRemove}
        onDone={onDone}
      />
    </form>
  );
}

/** Enter before the proposals are there means the first of them, once it comes. */
function useHaste(first: string | undefined, take: (topic: string) => void): () => void {
  const [inHaste, setInHaste] = useState(false);
  const taking = useRef(take);
  taking.current = take;
  useEffect(() => {
    if (inHaste && first !== undefined) taking.current(first);
  }, [inHaste, first]);
  return () => setInHaste(true);
}

type ButtonsProps = Pick<TopicFieldProps, 'onRemove' | 'onDone'> & {
  readonly label: string;
  readonly disabled: boolean;
};

function Buttons({ label, disabled, onRemove, onDone }: ButtonsProps): JSX.Element {
  return (
    <div class="buttons">
      <button type="submit" class="primary" disabled={disabled}>
        {label}
      </button>
      {onRemove && (
        <button type="button" class="quiet" onClick={(event) => event.isTrusted && onRemove()}>
          {text('removeRule')}
        </button>
      )}
      <button type="button" class="quiet" onClick={onDone}>
        {text('cancel')}
      </button>
    </div>
  );
}

type ProposalProps = Pick<TopicFieldProps, 'onPreview' | 'onHide'> & {
  readonly proposal: string;
  readonly effect: TopicEffect;
  /** Enter takes this one. */
  readonly isChosen: boolean;
  readonly onArrow: (event: KeyboardEvent) => void;
};

function Proposal({
  onArrow,
  proposal,
  effect,
  isChosen,
  onPreview,
  onHide,
}: ProposalProps): JSX.Element {
  return (
    <li>
      <button
        type="button"
        class={isChosen ? 'proposal chosen' : 'proposal'}
        data-topic={proposal}
        onKeyDown={onArrow}
        onMouseEnter={() => onPreview(proposal)}
        onFocus={() => onPreview(proposal)}
        onClick={(event) => event.isTrusted && onHide(proposal)}
      >
        <span class="proposal-term">{topicName(proposal)}</span>
        <span class="proposal-effect">{shortEffect(effect)}</span>
      </button>
    </li>
  );
}

/** Moves focus through the field and the proposals under it; false at either end. */
function moveFocus(
  input: HTMLInputElement | null,
  list: HTMLUListElement | null,
  step: number,
): boolean {
  const stops: HTMLElement[] = [
    ...(input ? [input] : []),
    ...(list?.querySelectorAll('button') ?? []),
  ];
  // The focused element of a closed root is known to that root alone.
  const root = list?.getRootNode();
  const focused =
    root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
  const next = stops[stops.findIndex((stop) => stop === focused) + step];
  next?.focus();
  return next !== undefined;
}

function shortEffect({ hidden, kept }: TopicEffect): string {
  const hides = text('hidesCount', hidden);
  return kept > 0 ? `${hides} · ${text('keepsCount', kept)}` : hides;
}

function effectText({ hidden, kept, problem }: TopicEffect): string {
  if (problem) return problemText(problem);
  const hides = counted('hidesHere', hidden);
  return kept > 0 ? `${hides} · ${counted('keepsSaved', kept)}` : hides;
}
