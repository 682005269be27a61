import type { JSX, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Reach } from '@/utils/domain/library';
import type { Rule } from '@/utils/domain/rule';
import type { RuleProblem } from '@/utils/query/rules';
import { topicName } from '@/utils/query/topic-name';
import { counted, text } from '@/utils/strings';
import { QueryField, type Suggest } from './query-field';
import { problemText } from './query-problem';
import { RuleOptions, type RuleOptionsValue } from './rule-options';
import { type ReachOf, useReach } from './use-reach';

/** What a topic would do on this page. */
type TopicEffect = {
  /** How many cards match, saved or not. */
  readonly here: number;
  /** Why the text is no rule yet. */
  readonly problem: RuleProblem | undefined;
};

/** What the reader decided of a rule. */
export type TopicDraft = RuleOptionsValue & { readonly query: string };

export type TopicFieldProps = {
  /** Terms to pick from; each is a query ready to be a rule. Absent while they are being thought of. */
  readonly proposals: readonly string[] | undefined;
  /** The rule being edited. */
  readonly editing?: Rule | undefined;
  /** In ms since 1970. */
  readonly now: number;
  readonly effectOf: (query: string) => TopicEffect;
  readonly reachOf: ReachOf;
  readonly suggest: Suggest;
  /** Called while the reader types or looks at a proposal, so that the page can show what is meant. */
  readonly onPreview: (query: string) => void;
  readonly onKeep: (draft: TopicDraft) => void;
  readonly onRemove?: (() => void) | undefined;
  readonly onDone: () => void;
};

/** Picks or types the topic of a rule, with what it would match counted at every keystroke. */
export function TopicField(props: TopicFieldProps): JSX.Element {
  const { proposals = [], editing, effectOf, onPreview } = props;
  const [query, setQuery] = useState(editing?.query ?? '');
  const [options, setOptions] = useState<RuleOptionsValue>({
    action: editing?.action ?? 'collapse',
    expiresAt: editing?.expiresAt ?? null,
  });
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  const typed = query.trim();
  const effect = effectOf(typed);
  const isRule = typed !== '' && !effect.problem;
  const reach = useReach(props.reachOf, isRule ? [typed, ...proposals] : proposals);
  // With nothing typed, Enter means the first proposal.
  const chosen = typed === '' ? proposals[0] : isRule ? typed : undefined;
  const keep = (topic: string): void => props.onKeep({ query: topic, ...options });
  const submit = (event: Event): void => {
    event.preventDefault();
    if (event.isTrusted && chosen !== undefined) keep(chosen);
  };
  const hurry = useHaste(typed === '' ? chosen : undefined, keep);
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
      <QueryField
        input={input}
        query={query}
        suggest={props.suggest}
        attributes={{
          id: 'topic-query',
          class: 'field',
          maxLength: 1000,
          placeholder: text('topicPlaceholder'),
          'aria-describedby': 'topic-effect',
        }}
        onQuery={(next) => {
          setQuery(next);
          onPreview(next);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !props.proposals) hurry();
          else onArrow(event);
        }}
      />
      <p id="topic-effect" class="effect" role="status">
        {typed === '' ? text('topicHint') : effectText(effect, reach.get(typed))}
      </p>
      {editing?.unless !== undefined && (
        <p class="effect">{text('ruleUnlessFact', editing.unless)}</p>
      )}
      <Proposals
        list={list}
        proposals={proposals}
        chosen={chosen}
        effectText={(proposal) => shortEffect(effectOf(proposal), reach.get(proposal))}
        onArrow={onArrow}
        onPreview={onPreview}
        onPick={keep}
      />
      <RuleOptions {...options} now={props.now} onChange={setOptions} />
      <Buttons
        label={text(editing === undefined ? 'makeRule' : 'saveRule')}
        disabled={chosen === undefined}
        onRemove={props.onRemove}
        onDone={props.onDone}
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

type ProposalsProps = {
  readonly list: RefObject<HTMLUListElement | null>;
  readonly proposals: readonly string[];
  /** The one that Enter takes. */
  readonly chosen: string | undefined;
  readonly effectText: (proposal: string) => string;
  readonly onArrow: (event: KeyboardEvent) => void;
  readonly onPreview: (query: string) => void;
  readonly onPick: (query: string) => void;
};

function Proposals(props: ProposalsProps): JSX.Element | null {
  const { list, proposals, chosen, effectText, onArrow, onPreview, onPick } = props;
  if (proposals.length === 0) return null;
  return (
    <ul ref={list} class="proposals" aria-label={text('proposedTopics')}>
      {proposals.map((proposal) => (
        <li key={proposal}>
          <button
            type="button"
            class={proposal === chosen ? 'proposal chosen' : 'proposal'}
            data-topic={proposal}
            onKeyDown={onArrow}
            onMouseEnter={() => onPreview(proposal)}
            onFocus={() => onPreview(proposal)}
            onClick={(event) => event.isTrusted && onPick(proposal)}
          >
            <span class="proposal-term">{topicName(proposal)}</span>
            <span class="proposal-effect">{effectText(proposal)}</span>
          </button>
        </li>
      ))}
    </ul>
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

function shortEffect({ here }: TopicEffect, reach: Reach | undefined): string {
  return [text('countHere', here), ...reachTexts(reach)].join(' · ');
}

function effectText({ here, problem }: TopicEffect, reach: Reach | undefined): string {
  if (problem) return problemText(problem);
  return [counted('matchesHere', here), ...reachTexts(reach)].join(' · ');
}

function reachTexts(reach: Reach | undefined): string[] {
  if (!reach) return [];
  const seen = text('countSeen', reach.seen);
  return reach.saved > 0 ? [seen, text('countSaved', reach.saved)] : [seen];
}
