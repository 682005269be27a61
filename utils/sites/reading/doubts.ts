/** Reasons not to trust a page, in words without any of the page's own; each once, with how often it holds. */
export function tally(reasons: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const reason of reasons) times.set(reason, (times.get(reason) ?? 0) + 1);
  return [...times].map(([reason, count]) => (count === 1 ? reason : `${reason} (${count} times)`));
}

/** The reasons that hold, of pairs of a reason and whether it does. */
export function holding(reasons: Readonly<Record<string, boolean>>): string[] {
  return Object.entries(reasons).flatMap(([reason, holds]) => (holds ? reason : []));
}
