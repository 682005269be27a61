import type { Run } from './runs';

/** Straight and TeX quotes as typographic ones, `--` and `---` as dashes. */
export function smartQuotes(runs: readonly Run[]): Run[] {
  const [only] = runs;
  if (runs.length === 1 && only?.kind === 'text' && !TYPED.test(only.text)) return [only];
  let before = ' ';
  return runs.map((run, at) => {
    const [from, to] = [before, edge(run)];
    before = to === '' ? before : to;
    if (run.kind === 'text')
      return { kind: 'text', text: quoted(run.text, from, () => textOf(runs.slice(at + 1))) };
    if (run.kind === 'math') return run;
    return { ...run, runs: smartQuotes(run.runs) };
  });
}

const TYPED = /["'`]|--/;

/** The last character of a run; math counts as a letter. */
function edge(run: Run): string {
  return run.kind === 'text' ? run.text.slice(-1) : 'x';
}

const DASHES: Readonly<Record<string, string>> = { '--': '–', '---': '—', '``': '“', "''": '”' };

function textOf(runs: readonly Run[]): string {
  return runs.map((run) => (run.kind === 'text' ? run.text : 'x')).join('');
}

/** `rest` is what comes after this text. */
function quoted(text: string, before: string, rest: () => string): string {
  if (!TYPED.test(text)) return text;
  const typeset = text
    .replace(/(?<!-)-{2,3}(?!-)|``|''/g, (sign) => DASHES[sign] ?? sign)
    .replaceAll('`', '‘');
  return typeset.replace(/["']/g, (quote, at: number) => {
    const previous = at === 0 ? before : (typeset[at - 1] ?? ' ');
    const opens = /[\s([{<\-–—/“‘=]/u.test(previous) && /\S/u.test(typeset[at + 1] ?? 'x');
    if (quote === '"') return opens ? '“' : '”';
    return opens && closesLater(typeset.slice(at + 1) + rest()) ? '‘' : '’';
  });
}

/** Whether a single quote that could open has a partner; else it stands for left-out letters. */
function closesLater(after: string): boolean {
  return /\S'(?![\p{L}\p{N}])/u.test(after);
}
