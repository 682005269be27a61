/** Where the group that opens at `at` ends (the index of its `}`), or -1 when it never does. */
export function groupEnd(source: string, at: number): number {
  let depth = 0;
  for (let index = at; index < source.length; index += 1) {
    const char = source[index];
    if (char === '\\') index += 1;
    else if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
    if (depth === 0) return index;
  }
  return -1;
}

/** Whether each brace that opens closes, and none closes more. */
export function isBalanced(source: string): boolean {
  return groupEnd(`{${source}}`, 0) === source.length + 1;
}
