/** How a stretch of a title is set, called after the LaTeX command for it. */
export type Style = 'textit' | 'textbf' | 'texttt' | 'textsc' | 'textsuperscript' | 'textsubscript';

/** A stretch of a title. Math is LaTeX that is safe to typeset, and what it was read from; all other text is plain Unicode. */
export type Run =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'math'; readonly tex: string; readonly source: string }
  | { readonly kind: 'styled'; readonly style: Style; readonly runs: readonly Run[] }
  /** Capitals in here stay as they are. */
  | { readonly kind: 'protected'; readonly runs: readonly Run[] };

/** The runs without markup; math stays as LaTeX between dollars. */
export function plainText(runs: readonly Run[]): string {
  return runs.map(plain).join('');
}

function plain(run: Run): string {
  if (run.kind === 'text') return run.text;
  return run.kind === 'math' ? `$${run.tex}$` : plainText(run.runs);
}

/** Appends a run, joining text to text. */
export function append(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (run.kind === 'text' && last?.kind === 'text') {
    runs[runs.length - 1] = { kind: 'text', text: last.text + run.text };
  } else if (run.kind !== 'text' || run.text !== '') {
    runs.push(run);
  }
}
