import type { JSX } from 'preact';
import { type CiteOptions, PRESETS, PROTECTIONS } from '@/utils/domain/citing';
import { type StringKey, text } from '@/utils/strings';
import { type Explain, TemplateField } from './template-field';

/** What templates come to, each of its kind. */
type Templates = { readonly explainKeys: Explain; readonly explainLine: Explain };

export type CiteOptionsProps = {
  readonly options: CiteOptions;
  readonly onOptions: (options: CiteOptions) => void;
  readonly templates: Templates;
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
  const { options, onOptions, templates } = props;
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
        <TemplateField
          label={text('optionKeys')}
          hint={text('optionKeysHint')}
          example="optionKeysExample"
          value={options.keyTemplate}
          explain={templates.explainKeys}
          onTemplate={(keyTemplate) => set({ keyTemplate })}
        />
        <TemplateField
          label={text('optionLine')}
          hint={text('optionLineHint')}
          example="optionLineExample"
          value={options.lineTemplate}
          explain={templates.explainLine}
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
