import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Rule, RuleChange } from '@/utils/domain/rule';
import { type RuleProblem, ruleProblem, unlessProblem } from '@/utils/query/rules';
import { text } from '@/utils/strings';
import { QueryField, type Suggest } from './query-field';
import { problemText } from './query-problem';
import { RuleOptions } from './rule-options';
import { type Preview, RulePreviewList } from './rule-preview';

/** A site rules can be for. */
export type RuleSite = { readonly id: string; readonly name: string };

/** Everything the reader decides of a rule; `null` for what it does without. */
export type RuleFields = Required<RuleChange>;

export type RuleEditorProps = {
  /** Absent for a new rule. */
  readonly rule: Rule | undefined;
  readonly sites: readonly RuleSite[];
  /** In ms since 1970. */
  readonly now: number;
  readonly suggest: Suggest;
  readonly preview: Preview;
  readonly onSave: (fields: RuleFields) => void;
  readonly onCancel: () => void;
};

/** All fields of a rule, with what it would have done to everything seen. */
export function RuleEditor(props: RuleEditorProps): JSX.Element {
  const { rule, sites, now, suggest, onCancel } = props;
  const [fields, setFields] = useState(() => fieldsOf(rule));
  const change = (next: Partial<RuleFields>): void => setFields({ ...fields, ...next });
  const query = fields.query.trim();
  const unless = fields.unless?.trim() ?? '';
  const problem = query === '' ? undefined : ruleProblem(query);
  const other = unless === '' ? undefined : unlessProblem(unless);
  const isRule = query !== '' && !problem && !other;
  const save = (event: Event): void => {
    event.preventDefault();
    const note = fields.note?.trim() ?? '';
    if (isRule) {
      props.onSave({ ...fields, query, unless: unless || null, note: note || null });
    }
  };
  return (
    <form class="rule-editor" onSubmit={save}>
      <LabelledQuery
        label={text('ruleQuery')}
        query={fields.query}
        problem={problem}
        suggest={suggest}
        autoFocus
        onQuery={(next) => change({ query: next })}
      />
      <LabelledQuery
        label={text('ruleUnless')}
        query={fields.unless ?? ''}
        problem={other}
        suggest={suggest}
        onQuery={(next) => change({ unless: next })}
      />
      <RuleOptions
        action={fields.action}
        expiresAt={fields.expiresAt}
        now={now}
        onChange={change}
      />
      <fieldset class="rule-sites">
        <legend>{text('ruleSites')}</legend>
        {sites.map(({ id, name }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={fields.sites.length === 0 || fields.sites.includes(id)}
              onChange={() => change({ sites: toggled(fields.sites, id, sites) })}
            />
            {name}
          </label>
        ))}
      </fieldset>
      <Labelled label={text('ruleNote')}>
        {(id) => (
          <input
            id={id}
            class="field"
            maxLength={1000}
            value={fields.note ?? ''}
            onInput={(event) => change({ note: event.currentTarget.value })}
          />
        )}
      </Labelled>
      <RulePreviewList preview={props.preview} query={isRule ? query : undefined} unless={unless} />
      <div class="buttons">
        <button type="submit" class="button primary" disabled={!isRule}>
          {text(rule ? 'saveRule' : 'makeRule')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {text('cancel')}
        </button>
      </div>
    </form>
  );
}

function fieldsOf(rule: Rule | undefined): RuleFields {
  return {
    query: rule?.query ?? '',
    action: rule?.action ?? 'collapse',
    sites: rule?.sites ?? [],
    enabled: rule?.enabled ?? true,
    unless: rule?.unless ?? null,
    expiresAt: rule?.expiresAt ?? null,
    note: rule?.note ?? null,
  };
}

/** None named means every site, also those that come later. */
function toggled(chosen: readonly string[], id: string, all: readonly RuleSite[]): string[] {
  const now = chosen.length === 0 ? all.map((site) => site.id) : chosen;
  const next = now.includes(id) ? now.filter((one) => one !== id) : [...now, id];
  return all.every((site) => next.includes(site.id)) ? [] : next;
}

type LabelledProps = {
  readonly label: string;
  readonly children: (id: string) => ComponentChildren;
};

function Labelled({ label, children }: LabelledProps): JSX.Element {
  const id = useId();
  return (
    <div class="labelled">
      <label for={id}>{label}</label>
      {children(id)}
    </div>
  );
}

type LabelledQueryProps = {
  readonly label: string;
  readonly query: string;
  readonly problem: RuleProblem | undefined;
  readonly suggest: Suggest;
  readonly autoFocus?: boolean;
  readonly onQuery: (query: string) => void;
};

function LabelledQuery(props: LabelledQueryProps): JSX.Element {
  const { label, query, problem, suggest, autoFocus, onQuery } = props;
  const input = useRef<HTMLInputElement>(null);
  const said = useId();
  useLayoutEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);
  return (
    <Labelled label={label}>
      {(id) => (
        <>
          <QueryField
            input={input}
            query={query}
            suggest={suggest}
            onQuery={onQuery}
            attributes={{ id, class: 'field', maxLength: 1000, 'aria-describedby': said }}
          />
          <p id={said} class="search-problem" role="status">
            {problem && problemText(problem)}
          </p>
        </>
      )}
    </Labelled>
  );
}
