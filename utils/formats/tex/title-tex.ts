import type { Escaping } from './escape';
import { concatenated, escapeText } from './escape';
import type { Run } from './runs';

/** A title's runs for LaTeX and BibTeX: math and protected words in braces, all text escaped. */
export function titleTex(runs: readonly Run[], escaping: Escaping = 'latex'): string {
  return concatenated(runs.map((run) => tex(run, escaping)));
}

function tex(run: Run, escaping: Escaping): string {
  switch (run.kind) {
    case 'text':
      return escapeText(run.text, escaping);
    case 'math':
      return `{$${run.tex}$}`;
    case 'styled':
      return `\\${run.style}{${inBraces(run.runs, escaping)}}`;
    case 'protected':
      return `{${inBraces(run.runs, escaping)}}`;
  }
}

/** What stands in braces already needs none for its case. */
function inBraces(runs: readonly Run[], escaping: Escaping): string {
  const inner = runs.flatMap((run) => (run.kind === 'protected' ? run.runs : [run]));
  const text = titleTex(inner, escaping);
  // `{\'E}bc` in braces would be one accented character to BibTeX, and change its case.
  return text.startsWith('\\') ? `{}${text}` : text;
}
