import { browser } from 'wxt/browser';
import type english from '@/public/_locales/en/messages.json';

/** A key of `public/_locales/en/messages.json`. */
export type StringKey = keyof typeof english;

type PluralStem<Key> = Key extends `${infer Stem}_other` ? Stem : never;

/** The keys that come in a form for one (`_one`) and a form for the rest (`_other`). */
export type PluralKey = PluralStem<StringKey>;

type Substitution = string | number;

// WXT types `getMessage` with one overload a key, which a key that is a variable fits none of.
const messages: { getMessage(key: string, substitutions: string[]): string } = browser.i18n;

/** The reader's-language text for `key`, its `$1…$9` filled in the order given. */
export function text(key: StringKey, ...substitutions: Substitution[]): string {
  return messages.getMessage(key, substitutions.map(shown)) || key;
}

/** The text for a count, which fills `$1`; further substitutions follow it. */
export function counted(key: PluralKey, count: number, ...substitutions: Substitution[]): string {
  const rules = new Intl.PluralRules(browser.i18n.getUILanguage());
  const form = rules.select(count) === 'one' ? 'one' : 'other';
  return text(`${key}_${form}` as StringKey, count, ...substitutions);
}

function shown(value: Substitution): string {
  return typeof value === 'number' ? value.toLocaleString(browser.i18n.getUILanguage()) : value;
}
