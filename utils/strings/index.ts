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

// Asking the browser costs some 15 µs, and a page of cards asks for the same labels over and over.
const labels = new Map<StringKey, string>();

/** The reader's-language text for `key`, its `$1…$9` filled in the order given. */
export function text(key: StringKey, ...substitutions: Substitution[]): string {
  if (substitutions.length > 0) return filled(key, substitutions);
  let label = labels.get(key);
  if (label === undefined) labels.set(key, (label = filled(key, [])));
  return label;
}

function filled(key: StringKey, substitutions: readonly Substitution[]): string {
  return messages.getMessage(key, substitutions.map(shown)) || key;
}

/** The text for a count, which fills `$1`; further substitutions follow it. */
export function counted(key: PluralKey, count: number, ...substitutions: Substitution[]): string {
  plurals ??= new Intl.PluralRules(browser.i18n.getUILanguage());
  const form = plurals.select(count) === 'one' ? 'one' : 'other';
  return text(`${key}_${form}` as StringKey, count, ...substitutions);
}

// Making either costs some 20 ms the first time: too much for a page's first frame.
let plurals: Intl.PluralRules | undefined;
let numbers: Intl.NumberFormat | undefined;

function shown(value: Substitution): string {
  if (typeof value === 'string') return value;
  if (Number.isInteger(value) && value >= 0 && value < 1000 && usesWesternDigits())
    return String(value);
  numbers ??= new Intl.NumberFormat(browser.i18n.getUILanguage());
  return numbers.format(value);
}

// Languages whose numbers are written with other digits in their own script.
const OTHER_DIGITS = /^(?:ar|bn|ckb|dz|fa|mr|my|ne|pa-arab|ps|sd|ur)\b/i;

function usesWesternDigits(): boolean {
  return !OTHER_DIGITS.test(browser.i18n.getUILanguage());
}
