/** An object whose fields nobody has checked. */
export type Unchecked = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Unchecked {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields that are there. */
export function present<T extends object>(fields: { [Name in keyof T]: T[Name] | undefined }): T {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as T;
}

// Direction overrides can make one text look like another; lone surrogates break encoders.
const UNSEEN = /[\u202A-\u202E\u2066-\u2069]|\p{Cs}/gu;

/** Text of several lines, without what cannot be seen; `undefined` when blank or no text. */
export function prose(value: unknown, longest: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value
    .slice(0, longest)
    .replace(UNSEEN, '')
    .replace(/[^\P{Cc}\n\t]/gu, ' ')
    .trim();
  return text === '' ? undefined : text;
}

/** The same in one line. */
export function line(value: unknown, longest: number): string | undefined {
  return prose(value, longest)?.replace(/\s+/gu, ' ');
}

/** The texts of a list that are any, `most` at most. */
export function lines(
  value: unknown,
  most: number,
  longest: number,
): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const kept = value.slice(0, most).flatMap((item) => line(item, longest) ?? []);
  return kept.length === 0 ? undefined : kept;
}

/** A whole number from 0 on. */
export function count(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined;
}
