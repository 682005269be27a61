import type { JSX } from 'preact';
import { useCallback, useEffect, useId, useRef, useState } from 'preact/hooks';
import {
  type CiteOptions,
  type ExplainedTemplate,
  PRESETS,
  PROTECTIONS,
} from '@/utils/domain/citing';
import { type StringKey, text } from '@/utils/strings';
import { useReading } from './use-reading';

export type CiteOptionsProps = {
  readonly options: CiteOptions;
  readonly onOptions: (options: CiteOptions) => void;
  readonly explainKeys: (template: string) => Promise<ExplainedTemplate>;
};

const PRESET_NAMES: Readonly<Record<CiteOptions['preset'], StringKey>> = {
  universal: 'presetUniversal',
  arxiv: 'presetArxiv',
  scholar: 'presetScholar',
};

const PROTECTION_NAMES: Readonly<Record<CiteOptions['protection'], StringKey>> = {
  smart: 'protectionSmart',
  capitals: 'protectionCapitals',
  title: 'protectionTitle',
  none: 'protectionNone',
};

/** How citations are written, for all that is cited from now on. */
export function CiteOptionFields(props: CiteOptionsProps): JSX.Element {
  const { options, onOptions, explainKeys } = props;
  const set = (change: Partial<CiteOptions>): void => onOptions({ ...options, ...change });
  return (
    <details class="cite-options">
      <summary>{text('optionsHeading')}</summary>
      <div class="cite-option-fields">
        <Choice
          label={text('optionPreset')}
          value={options.preset}
          of={PRESETS}
          names={PRESET_NAMES}
          onChoice={(preset) => set({ preset })}
        />
        <Choice
          label={text('optionProtection')}
          value={options.protection}
          of={PROTECTIONS}
          names={PROTECTION_NAMES}
          onChoice={(protection) => set({ protection })}
        />
        <Switch
          label={text('optionUnicode')}
          checked={options.escaping === 'unicode'}
          onSwitch={(on) => set({ escaping: on ? 'unicode' : 'latex' })}
        />
        <Switch
          label={text('optionAbstracts')}
          checked={options.abstracts}
          onSwitch={(abstracts) => set({ abstracts })}
        />
        <Switch
          label={text('optionNotes')}
          checked={options.notes}
          onSwitch={(notes) => set({ notes })}
        />
        <Switch
          label={text('optionLatest')}
          checked={options.latestVersion}
          onSwitch={(latestVersion) => set({ latestVersion })}
        />
        <label class="labelled">
          {text('optionMost')}
          <input
            class="field small"
            type="number"
            min={0}
            max={1000}
            value={options.mostAuthors}
            onChange={(event) =>
              set({ mostAuthors: Math.max(0, Math.floor(Number(event.currentTarget.value) || 0)) })
            }
          />
        </label>
        <KeyTemplate
          value={options.keyTemplate}
          explain={explainKeys}
          onTemplate={(keyTemplate) => set({ keyTemplate })}
        />
        <Template
          label={text('optionLine')}
          hint={text('optionLineHint')}
          value={options.lineTemplate}
          onTemplate={(lineTemplate) => set({ lineTemplate })}
        />
      </div>
    </details>
  );
}

type ChoiceProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly of: readonly Value[];
  readonly names: Readonly<Record<Value, StringKey>>;
  readonly onChoice: (value: Value) => void;
};

function Choice<Value extends string>(props: ChoiceProps<Value>): JSX.Element {
  const { label, value, of, names, onChoice } = props;
  return (
    <label class="labelled">
      {label}
      <select
        class="select"
        value={value}
        onChange={(event) => {
          const chosen = of.find((one) => one === event.currentTarget.value);
          if (chosen) onChoice(chosen);
        }}
      >
        {of.map((one) => (
          <option key={one} value={one}>
            {text(names[one])}
          </option>
        ))}
      </select>
    </label>
  );
}

type SwitchProps = {
  readonly label: string;
  readonly checked: boolean;
  readonly onSwitch: (on: boolean) => void;
};

function Switch({ label, checked, onSwitch }: SwitchProps): JSX.Element {
  return (
    <label class="switch">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}

type KeyTemplateProps = {
  readonly value: string;
  readonly explain: CiteOptionsProps['explainKeys'];
  readonly onTemplate: (value: string) => void;
};

/** Shows what is typed at work on a paper everybody knows, and takes nothing that makes no keys. */
function KeyTemplate({ value, explain, onTemplate }: KeyTemplateProps): JSX.Element {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const answer = useReading(
    useCallback(() => explain(typed), [explain, typed]),
    0,
  ).value;
  const last = useRef(answer);
  last.current = answer ?? last.current;
  const said = last.current;
  const id = useId();
  const complaint = said && 'complaint' in said ? said.complaint : undefined;
  return (
    <label class="labelled">
      {text('optionKeys')}
      <input
        class="field"
        value={typed}
        maxLength={100}
        spellcheck={false}
        aria-invalid={complaint !== undefined}
        aria-describedby={id}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onChange={(event) => {
          const template = event.currentTarget.value;
          void explain(template).then((answer) => 'example' in answer && onTemplate(template));
        }}
      />
      <small class="muted">{text('optionKeysHint')}</small>
      <small id={id} class={complaint === undefined ? 'muted' : 'problem'} role="status">
        {complaint ?? (said && 'example' in said ? text('optionKeysExample', said.example) : '')}
      </small>
    </label>
  );
}

type TemplateProps = {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onTemplate: (value: string) => void;
};

function Template({ label, hint, value, onTemplate }: TemplateProps): JSX.Element {
  return (
    <label class="labelled">
      {label}
      <input
        class="field"
        value={value}
        maxLength={500}
        spellcheck={false}
        onChange={(event) => onTemplate(event.currentTarget.value)}
      />
      <small class="muted">{hint}</small>
    </label>
  );
}
