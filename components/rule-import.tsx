import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Reach } from '@/utils/domain/library';
import type { Rule, RuleDraft } from '@/utils/domain/rule';
import { meaningOf } from '@/utils/query/review';
import { ruleProblem, unlessProblem } from '@/utils/query/rules';
import { counted, text } from '@/utils/strings';
import { problemText } from './query-problem';
import { ACTION_NAMES } from './rule-options';
import type { ReachOf } from './use-reach';

/** What a text says of rules. */
export type ReadRules = (text: string) => {
  readonly drafts: readonly RuleDraft[];
  readonly name?: string;
  readonly unreadable: readonly { readonly at: number; readonly text: string }[];
};

export type RuleImportProps = {
  readonly rules: readonly Rule[];
  readonly read: ReadRules;
  readonly reachOf: ReachOf;
  readonly onAccept: (drafts: readonly RuleDraft[], pack: string) => void;
  readonly onCancel: () => void;
};

/** Takes rules from a file or pasted text, and shows what they would do before they are accepted. */
export function RuleImport(props: RuleImportProps): JSX.Element {
  const { rules, read, reachOf, onAccept, onCancel } = props;
  const [source, setSource] = useState('');
  const [pack, setPack] = useState('');
  const { drafts, unreadable } = read(source);
  const checked = check(drafts, rules);
  const fresh = checked.filter(({ note }) => note === undefined).map(({ draft }) => draft);
  const reach = useReaches(reachOf, fresh);
  const take = (next: string): void => {
    setSource(next);
    setPack(read(next).name ?? '');
  };
  return (
    <form
      class="rule-editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (fresh.length > 0) onAccept(fresh, pack);
      }}
    >
      <label class="labelled">
        {text('importPaste')}
        <textarea
          class="field"
          rows={6}
          spellcheck={false}
          placeholder={text('importPlaceholder')}
          value={source}
          onInput={(event) => take(event.currentTarget.value)}
        />
      </label>
      <label class="labelled">
        {text('importFile')}
        <input
          type="file"
          accept=".json,.txt,application/json,text/plain"
          onChange={(event) => void event.currentTarget.files?.[0]?.text().then(take)}
        />
      </label>
      {source.trim() !== '' && (
        <>
          <label class="labelled">
            {text('importPack')}
            <input
              class="field"
              maxLength={100}
              value={pack}
              onInput={(event) => setPack(event.currentTarget.value)}
            />
          </label>
          <Findings checked={checked} unreadable={unreadable} reach={reach} />
        </>
      )}
      <div class="buttons">
        <button type="submit" class="button primary" disabled={fresh.length === 0}>
          {counted('importAccept', fresh.length)}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {text('cancel')}
        </button>
      </div>
    </form>
  );
}

type FindingsProps = {
  readonly checked: readonly Checked[];
  readonly unreadable: ReturnType<ReadRules>['unreadable'];
  readonly reach: ReadonlyMap<string, Reach>;
};

function Findings({ checked, unreadable, reach }: FindingsProps): JSX.Element {
  const fresh = checked.filter(({ note }) => note === undefined).length;
  return (
    <>
      <p role="status">
        {counted('importNew', fresh)} ·{' '}
        {text('importOther', checked.length - fresh, unreadable.length)}
      </p>
      <ul class="import-list">
        {checked.map(({ at, draft, note }) => (
          <li key={at}>
            <strong>{draft.query}</strong> · {text(ACTION_NAMES[draft.action])}
            {draft.unless !== undefined && ` · ${text('ruleUnlessFact', draft.unless)}`}
            {' · '}
            {note ?? reachText(reach.get(draft.query))}
          </li>
        ))}
        {unreadable.map(({ at, text: line }) => (
          <li key={at} class="rule-warning">
            {text('importUnreadable', at, line)}
          </li>
        ))}
      </ul>
    </>
  );
}

type Checked = {
  readonly at: number;
  readonly draft: RuleDraft;
  readonly note: string | undefined;
};

/** Each rule with the reason why it is not taken, if there is one; the same rule is taken once. */
function check(drafts: readonly RuleDraft[], rules: readonly Rule[]): Checked[] {
  const known = new Set(rules.map(meaningOf));
  return drafts.map((draft, at) => {
    const note = noteOn(draft, known);
    known.add(meaningOf(draft));
    return { at, draft, note };
  });
}

/** Why a rule is not taken; `undefined` for one that is. */
function noteOn(draft: RuleDraft, known: ReadonlySet<string>): string | undefined {
  const problem =
    ruleProblem(draft.query) ??
    (draft.unless === undefined ? undefined : unlessProblem(draft.unless));
  if (problem) return problemText(problem);
  return known.has(meaningOf(draft)) ? text('importKnown') : undefined;
}

function reachText(reach: Reach | undefined): string {
  if (!reach) return '…';
  const seen = text('countSeen', reach.seen);
  return reach.saved > 0 ? `${seen} · ${text('countSaved', reach.saved)}` : seen;
}

/** How far each rule would reach, asked for all of them at once. */
function useReaches(reachOf: ReachOf, drafts: readonly RuleDraft[]): ReadonlyMap<string, Reach> {
  const [known, setKnown] = useState<ReadonlyMap<string, Reach>>(new Map());
  const queries = drafts.map(({ query }) => query).slice(0, 500);
  const wanted = JSON.stringify(queries);
  useEffect(() => {
    const asked = JSON.parse(wanted) as string[];
    if (asked.length === 0) return;
    reachOf(asked).then(
      (reaches) =>
        setKnown(
          new Map(asked.flatMap((query, at) => (reaches[at] ? [[query, reaches[at]]] : []))),
        ),
      () => undefined,
    );
  }, [reachOf, wanted]);
  return known;
}
