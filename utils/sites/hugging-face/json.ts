import { LONGEST, tidy } from '@/utils/page/select';

/** An object of unknown make: every value must be asked what it is. */
export type Json = Readonly<Record<string, unknown>>;

/** The value if it is an object, else an empty one. */
export function record(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : {};
}

/** At most `most` of the value's items; none when it is no list. */
export function list(value: unknown, most: number): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, most) : [];
}

/** The value if it is text, as it is. */
export function string(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The value as one line of visible text; `undefined` when nothing is left of it. */
export function line(value: unknown, longest: number = LONGEST.line): string | undefined {
  return typeof value === 'string' ? tidy(value, longest) || undefined : undefined;
}

/** The value if it is a whole number from 0. */
export function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

const LONGEST_ADDRESS = 2_000;

/** An absolute `http(s)` address as it was given, or `undefined`. */
export function address(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > LONGEST_ADDRESS) return undefined;
  const text = value.trim();
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  // Addresses are shown and written to files: blanks and control characters only as escapes.
  return /[\s\p{Cc}"<>\\^`{|}]/u.test(text) ? new URL(text).href : text;
}
