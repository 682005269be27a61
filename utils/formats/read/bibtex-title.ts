import { protectCapitals } from '../fields/protect-capitals';
import { cleanText } from '../tex/clean';
import { halfTex } from '../tex/half-tex';
import { readTex } from '../tex/read-tex';
import { readTitle } from '../tex/read-title';
import type { Run } from '../tex/runs';
import { plainText } from '../tex/runs';
import { titleTex } from '../tex/title-tex';

/**
 * A title out of a .bib file in the half TeX that titles are kept in. Of the spellings that mean the
 * same the plainest wins which our writer writes as the file has it; for what others wrote, the
 * plainest that reads the same. Braces stay only where they tell more than the writer knows itself.
 */
export function titleIn(field: string): string {
  const source = withoutOuterBraces(field.trim().replace(/\s+/g, ' '));
  const spellings = spellingsOf(source);
  const exact = spellings.find((spelling) => written(spelling) === source);
  return exact ?? foreign(source, spellings);
}

/** Programs put braces around whole titles; nobody means all of these capitals. */
function withoutOuterBraces(source: string): string {
  const inner = source.slice(1, -1);
  const isGroup = /^\{(?![\\$])/.test(source) && source.endsWith('}') && staysOpen(inner);
  return isGroup && /\s/.test(inner) ? withoutOuterBraces(inner.trim()) : source;
}

/** Whether no brace in here closes one outside. */
function staysOpen(inner: string): boolean {
  let depth = 0;
  for (const char of inner) {
    if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** From the plainest on. */
function spellingsOf(source: string): string[] {
  const braced = isBlanket(readTex(source, { symbols: true })) ? [false] : [false, true];
  const ways = braced.flatMap((braces) =>
    [true, false].flatMap((symbols) =>
      [false, true].map((escapes) => halfTex(readTex(source, { symbols }), { braces, escapes })),
    ),
  );
  return [...new Set(ways)].map((spelling) => cleanText(spelling, 4_000));
}

function written(title: string): string {
  return titleTex(protectCapitals(readTitle(title)));
}

function foreign(source: string, spellings: readonly string[]): string {
  const runs = readTex(source, { symbols: true });
  const meant = plainText(runs);
  const braces = keepsBraces(runs);
  const same = spellings.filter((spelling) => plainText(readTitle(spelling)) === meant);
  const wanted = halfTex(runs, { braces, escapes: false });
  return same.find((spelling) => spelling === wanted) ?? same[0] ?? wanted;
}

/** Whether every word with a capital has braces, as some programs give them. */
function isBlanket(runs: readonly Run[]): boolean {
  const words = runs.filter(({ kind }) => kind === 'protected');
  const bare = plainText(runs.filter(({ kind }) => kind === 'text'));
  return words.length > 2 && !/(?<=\s)\p{Lu}/u.test(bare);
}

/** Whether braces name a word that our writer would not protect by itself. */
function keepsBraces(runs: readonly Run[]): boolean {
  if (isBlanket(runs)) return false;
  const words = runs.flatMap((run) => (run.kind === 'protected' ? plainText(run.runs) : []));
  const bare = halfTex(runs, { braces: false, escapes: true });
  const own = protectedIn(protectCapitals(readTitle(bare)));
  return words.some((word) => !own.includes(word));
}

function protectedIn(runs: readonly Run[]): string {
  return runs.flatMap((run) => (run.kind === 'protected' ? plainText(run.runs) : [])).join(' ');
}
