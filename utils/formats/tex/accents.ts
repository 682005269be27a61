/** LaTeX's accent commands, each with the combining character it stands for. */
export const COMBINING: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['u', '\u0306'],
  ['.', '\u0307'],
  ['"', '\u0308'],
  ['r', '\u030a'],
  ['H', '\u030b'],
  ['v', '\u030c'],
  ['d', '\u0323'],
  ['textcommabelow', '\u0326'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['b', '\u0331'],
]);

const COMMANDS = new Map([...COMBINING].map(([command, mark]) => [mark, command]));
const BELOW = new Set(['d', 'textcommabelow', 'c', 'k', 'b']);
// T1 fonts have these on an i with its dot; other accents need the one without.
const FOR_DOTTED = new Set(['`', "'", '^', '~', '"']);

/** `letter` under the accent of a LaTeX command; a dotless letter gets its dot back. */
export function accented(letter: string, command: string): string {
  const base = letter.replace(/^ı/u, 'i').replace(/^ȷ/u, 'j');
  const [first = '', ...rest] = base;
  return `${first}${COMBINING.get(command) ?? ''}${rest.join('')}`.normalize('NFC');
}

/**
 * The accents of `marks` over and under `base` in LaTeX, without the outer braces (`\d{\^e}`), or
 * `undefined` when LaTeX has no command for one of them. `base` is an ASCII letter or a command (`\o`).
 */
export function accentTex(base: string, marks: readonly string[]): string | undefined {
  const commands = marks.map((mark) => COMMANDS.get(mark));
  if (commands.includes(undefined)) return undefined;
  const known = commands.flatMap((command) => command ?? []);
  const ordered = [
    ...known.filter((command) => !BELOW.has(command)),
    ...known.filter((command) => BELOW.has(command)),
  ];
  return ordered.reduce((inner, command) => under(command, inner), base);
}

function under(command: string, inner: string): string {
  const letter = dotless(command, inner);
  const joined = /^[a-z]/i.test(command) || letter.startsWith('\\');
  return joined ? `\\${command}{${letter}}` : `\\${command}${letter}`;
}

function dotless(command: string, letter: string): string {
  if (BELOW.has(command)) return letter;
  if (letter === 'j') return '\\j';
  return letter === 'i' && !FOR_DOTTED.has(command) ? '\\i' : letter;
}
