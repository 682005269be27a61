import type { Run } from '../tex/runs';
import { readTitle } from '../tex/read-title';
import { MATH_SYMBOLS } from '../tex/symbols';

/** A title in plain Unicode; math that has no characters of its own stays between dollars. */
export function plainTitle(title: string): string {
  return plainRuns(readTitle(title));
}

/** Runs in plain Unicode. */
export function plainRuns(runs: readonly Run[]): string {
  return runs
    .map((run) => {
      if (run.kind === 'text') return run.text;
      return run.kind === 'math' ? plainMath(run.tex) : plainRuns(run.runs);
    })
    .join('');
}

const SYMBOLS = new Map(
  [...MATH_SYMBOLS].reverse().map(([char, name]): [string, string] => [name, char]),
);
const ABOVE = scripts('0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻n ⁿi ⁱ');
const BELOW = scripts('0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋i ᵢj ⱼ');

function scripts(table: string): ReadonlyMap<string, string> {
  const pairs = table.replaceAll(' ', '').match(/../gsu) ?? [];
  return new Map(pairs.map((pair) => [pair[0] ?? '', pair.slice(1)]));
}

const TOKEN =
  /\\([A-Za-z]+) ?|([\^_])(?:\{([^{}\\]{1,12})\}|([0-9A-Za-z+-]))|([0-9A-Za-z .,:;=+*/()<>!|[\]'-])/y;

/** Math that is symbols, letters and simple scripts in characters: `α`, `x²`; the rest as LaTeX between dollars. */
export function plainMath(tex: string): string {
  let text = '';
  let at = 0;
  while (at < tex.length) {
    TOKEN.lastIndex = at;
    const [whole = '', name, mark, group, single, sign] = TOKEN.exec(tex) ?? [];
    const script = group ?? single;
    const char =
      name === undefined
        ? script === undefined
          ? sign
          : scripted(script, mark === '^' ? ABOVE : BELOW)
        : SYMBOLS.get(name);
    if (whole === '' || char === undefined) return `$${tex}$`;
    text += char;
    at += whole.length;
  }
  return text;
}

function scripted(script: string, table: ReadonlyMap<string, string>): string | undefined {
  const chars = [...script].map((char) => table.get(char));
  return chars.includes(undefined) ? undefined : chars.join('');
}
