import type { JSX, RefObject } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { Suggested, SuggestedField } from '@/utils/domain/library';
import { type Completion, completed, completionAt } from '@/utils/query/suggest';
import { text } from '@/utils/strings';
import { ComboField, type ComboFieldProps, ListBox, stepped } from './list-box';

/** Asks for names that go on from a beginning. */
export type Suggest = (field: SuggestedField, beginning: string) => Promise<readonly Suggested[]>;

type Option = { readonly name: string; readonly count?: number };

type Offer = { readonly completion: Completion; readonly options: readonly Option[] };

export type QueryFieldProps = {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly suggest: Suggest;
  readonly input: RefObject<HTMLInputElement | null>;
  /** What the field leaves to whoever holds it. */
  readonly onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
  readonly attributes: ComboFieldProps['attributes'];
};

/** A field for a query, with suggestions of fields, tags, names and categories while one types. */
export function QueryField(props: QueryFieldProps): JSX.Element {
  const { query, onQuery, input, attributes } = props;
  const list = useId();
  const { offer, ask, close } = useOffer(props.suggest);
  const [active, setActive] = useState<number>();
  const options = offer?.options ?? [];
  const show = (next: string, caret: number): void => {
    onQuery(next);
    setActive(undefined);
    ask(next, caret);
  };
  const pick = (option: Option): void => {
    const field = input.current;
    if (!offer || !field) return;
    const caret = field.selectionStart ?? query.length;
    const next = completed(query, caret, offer.completion, option.name);
    show(next.query, next.caret);
    // The value arrives with the next drawing; a caret set before would be lost to it.
    field.value = next.query;
    field.setSelectionRange(next.caret, next.caret);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const option = active === undefined ? undefined : options[active];
    if (options.length > 0 && step !== undefined) setActive(stepped(active, step, options.length));
    else if (event.key === 'Enter' && option) pick(option);
    else if (event.key === 'Escape' && options.length > 0) close();
    else return props.onKeyDown?.(event);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="query-field">
      <ComboField
        list={list}
        isOpen={options.length > 0}
        active={active}
        input={input}
        attributes={{
          ...attributes,
          value: query,
          onInput: ({ currentTarget: field }) =>
            show(field.value, field.selectionStart ?? field.value.length),
          onBlur: close,
          onKeyDown,
        }}
      />
      <ListBox
        id={list}
        label={text('suggestions')}
        options={options}
        active={active}
        onPick={pick}
        draw={drawOption}
      />
    </div>
  );
}

/** What is suggested now; an answer that comes too late is dropped. */
function useOffer(suggest: Suggest) {
  const [offer, setOffer] = useState<Offer>();
  const latest = useRef(0);
  const close = (): void => {
    latest.current += 1;
    setOffer(undefined);
  };
  const ask = (query: string, caret: number): void => {
    const ticket = (latest.current += 1);
    const completion = completionAt(query, caret);
    if (completion?.kind !== 'names') {
      const options = completion?.words.map((name) => ({ name }));
      return setOffer(completion && options && { completion, options });
    }
    suggest(completion.field, completion.beginning).then(
      (options) => ticket === latest.current && setOffer({ completion, options }),
      // Without suggestions the field still works.
      () => undefined,
    );
  };
  return { offer, ask, close };
}

function drawOption({ name, count }: Option): JSX.Element {
  return (
    <>
      <span class="option-name">{name}</span>
      {count !== undefined && <span class="option-count">{count}</span>}
    </>
  );
}
