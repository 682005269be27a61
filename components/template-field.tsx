import type { JSX } from 'preact';
import { useCallback, useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ExplainedTemplate } from '@/utils/domain/citing';
import { type StringKey, text } from '@/utils/strings';
import { useReading } from './use-reading';

/** What a template makes of a paper everybody knows, or why it makes nothing. */
export type Explain = (template: string) => Promise<ExplainedTemplate>;

export type TemplateFieldProps = {
  readonly label: string;
  readonly hint: string;
  /** The string that shows what was made. */
  readonly example: StringKey;
  readonly value: string;
  readonly explain: Explain;
  readonly onTemplate: (value: string) => void;
};

/** Shows at once what is made by what is typed, and hands on nothing that makes nothing. */
export function TemplateField(props: TemplateFieldProps): JSX.Element {
  const { label, hint, example, value, explain } = props;
  const [typed, setTyped] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const isOpen = useRef(false);
  // What was stored meanwhile takes nothing from who goes on typing.
  useEffect(() => {
    if (!isOpen.current) setTyped(value);
  }, [value]);
  const { onTemplate } = props;
  const take = useRef(onTemplate);
  take.current = onTemplate;
  const answer = useReading(
    useCallback(() => explain(typed), [explain, typed]),
    0,
  ).value;
  const last = useRef(answer);
  last.current = answer ?? last.current;
  const said = last.current;
  const store = async (template: string): Promise<void> => {
    if ('problem' in (await explain(template))) return;
    if (field.current?.value === template) isOpen.current = false;
    take.current(template);
  };
  const [id, hintId, outcomeId] = [useId(), useId(), useId()];
  const problem = said && 'problem' in said ? said.problem : undefined;
  return (
    <div class="labelled">
      <label for={id}>{label}</label>
      <input
        id={id}
        ref={field}
        class="field"
        value={typed}
        maxLength={500}
        spellcheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby={`${hintId} ${outcomeId}`}
        onInput={(event) => {
          isOpen.current = true;
          setTyped(event.currentTarget.value);
        }}
        onChange={(event) => void store(event.currentTarget.value)}
      />
      <small id={hintId} class="muted">
        {hint}
      </small>
      <small id={outcomeId} class={problem ? 'problem' : 'muted'} role="status">
        {problem
          ? text(problem.code, ...(problem.about ?? []))
          : said && 'example' in said && said.example !== '' && text(example, said.example)}
      </small>
    </div>
  );
}
