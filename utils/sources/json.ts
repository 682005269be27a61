import { decodeEntities } from './entities';
import { RequestFailed } from './fetch-text';

/** An answer's JSON, unchecked. Throws `RequestFailed` where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RequestFailed('The answer is not JSON.', { cause: error });
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands under `key`, when `value` is an object that has it as its own. */
export function at(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The items of a list; one item stands for a list of one, as APIs made from XML answer it. */
export function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

const LONGEST = 500;

/** A short text in plain Unicode: entities read, tags and control characters gone; `undefined` when nothing is left. */
export function plain(value: unknown, longest = LONGEST): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = decodeEntities(
    String(value)
      .slice(0, longest)
      .replace(/<\/?[a-zA-Z][^<>]{0,100}>/g, ''),
  )
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return text === '' ? undefined : text;
}
