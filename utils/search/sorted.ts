/** Where the first of these sorted texts stands that is not before `wanted`. */
export function firstFrom(sorted: readonly string[], wanted: string): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? '') < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Where a text stands among sorted ones, or -1. */
export function placeIn(sorted: readonly string[], wanted: string): number {
  const at = firstFrom(sorted, wanted);
  return sorted[at] === wanted ? at : -1;
}
