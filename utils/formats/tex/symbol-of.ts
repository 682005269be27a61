import { MATH_SYMBOLS, mathSymbol } from './symbols';

/** The character that our writer writes as this math, `\leq` or `\mathcal{N}`; `undefined` when there is none. */
export function symbolOf(tex: string): string | undefined {
  characters ??= charactersByTex();
  const [, mark, script] = SCRIPT.exec(tex) ?? [];
  if (script === undefined) return characters.get(tex);
  return script === '\\circ' ? '°' : scriptOf(script, mark === '^' ? 'super' : 'sub');
}

const SCRIPT = /^([\^_])\{?(\\circ|[^{}\\]{1,20})\}?$/;

/** The characters a script of LaTeX stands for, `2` above the line is `²`; `undefined` when one has no such form. */
export function scriptOf(text: string, script: 'super' | 'sub'): string | undefined {
  const forms = script === 'super' ? SUPERSCRIPTS : SUBSCRIPTS;
  const found = [...text].map((char) => forms.get(char));
  return found.includes(undefined) || found.length === 0 ? undefined : found.join('');
}

let characters: ReadonlyMap<string, string> | undefined;

// https://www.unicode.org/charts/PDF/U1D400.pdf and the letters that stood elsewhere before it.
const [ALPHABETS_FROM, ALPHABETS_TO] = [0x1_d4_00, 0x1_d7_ff];
const ELSEWHERE = '<>ℂℍℕℙℚℝℤℭℌℨℬℰℱℋℐℒℳℛΑΒΕΖΗΙΚΜΝΟΡΤΧο';

function charactersByTex(): ReadonlyMap<string, string> {
  const found = new Map<string, string>([
    ['<', '<'],
    ['>', '>'],
  ]);
  const alphabets = Array.from({ length: ALPHABETS_TO - ALPHABETS_FROM + 1 }, (_, index) =>
    String.fromCodePoint(ALPHABETS_FROM + index),
  );
  for (const char of [...MATH_SYMBOLS.keys(), ...ELSEWHERE, ...alphabets]) {
    const tex = mathSymbol(char);
    if (tex !== undefined && !found.has(tex)) found.set(tex, char);
  }
  return found;
}

const SUPERSCRIPTS = forms('0⁰ 1¹ 2² 3³ 4⁴ 5⁵ 6⁶ 7⁷ 8⁸ 9⁹ +⁺ -⁻ =⁼ (⁽ )⁾ iⁱ nⁿ');
const SUBSCRIPTS = forms(
  '0₀ 1₁ 2₂ 3₃ 4₄ 5₅ 6₆ 7₇ 8₈ 9₉ +₊ -₋ =₌ (₍ )₎ aₐ eₑ oₒ xₓ hₕ kₖ lₗ mₘ nₙ pₚ sₛ tₜ',
);

function forms(source: string): ReadonlyMap<string, string> {
  return new Map(source.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]));
}
