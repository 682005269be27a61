/** An object of a file; its names are whatever the file says. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands under the first of these names that has something to say; inherited names say nothing. */
export function valueIn(object: JsonObject, ...names: readonly string[]): unknown {
  const found = names.find((name) => Object.hasOwn(object, name) && isSaid(object[name]));
  return found === undefined ? undefined : object[found];
}

/** The text or number under the first of these names that has one. */
export function textIn(object: JsonObject, ...names: readonly string[]): string | undefined {
  const value = valueIn(object, ...names);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : undefined;
}

/** The list under this name, empty when there is none. */
export function listIn(object: JsonObject, name: string): readonly unknown[] {
  const value = valueIn(object, name);
  return Array.isArray(value) ? value : [];
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}
