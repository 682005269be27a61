/** One line of a change; without the characters that end it. */
type DiffLine = {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
};

/** Lines that changed, with some that did not around them. */
export type Hunk = {
  /** Number of its first line before and after, from 1. */
  readonly before: number;
  readonly after: number;
  readonly lines: readonly DiffLine[];
};

const CONTEXT = 3;

/**
 * What changes between two texts, to be shown before writing: `undefined` when nothing does. Merging
 * adds in one place only, so the lines that both texts begin and end with bound the change exactly;
 * for changes in several places they bound all of them at once.
 */
export function lineDiff(before: string, after: string, context = CONTEXT): Hunk | undefined {
  if (before === after) return undefined;
  const [old, fresh] = [lines(before), lines(after)];
  const start = shared(old, fresh, Math.min(old.length, fresh.length), (index) => index);
  const rest = Math.min(old.length, fresh.length) - start;
  const end = shared(old, fresh, rest, (index, { length }) => length - 1 - index);
  const from = Math.max(0, start - context);
  return {
    before: from + 1,
    after: from + 1,
    lines: [
      ...marked('same', old.slice(from, start)),
      ...marked('removed', old.slice(start, old.length - end)),
      ...marked('added', fresh.slice(start, fresh.length - end)),
      ...marked('same', old.slice(old.length - end, old.length - end + context)),
    ],
  };
}

function lines(text: string): string[] {
  return text === '' ? [] : text.split(/\r\n|\r|\n/);
}

type Place = (index: number, lines: readonly string[]) => number;

/** How many lines, at most `most`, are the same in both. */
function shared(
  old: readonly string[],
  fresh: readonly string[],
  most: number,
  place: Place,
): number {
  let count = 0;
  while (count < most && old[place(count, old)] === fresh[place(count, fresh)]) count += 1;
  return count;
}

function marked(kind: DiffLine['kind'], texts: readonly string[]): DiffLine[] {
  return texts.map((text) => ({ kind, text }));
}
