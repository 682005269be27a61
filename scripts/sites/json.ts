/** An object of unknown make: every value must be asked what it is. */
export type Json = Readonly<Record<string, unknown>>;

/** The value if it is an object, else an empty one. */
export function record(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

/** The value if it is text. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
