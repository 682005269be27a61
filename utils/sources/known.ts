/** What is left of fields without those that are not known. */
export type Known<Fields> = { readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** These fields without those that are `undefined`. */
export function known<Fields extends object>(fields: Fields): Known<Fields> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  // The type says the same: what was `undefined` is absent.
  return Object.fromEntries(entries) as Known<Fields>;
}
