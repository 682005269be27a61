import { escapeText, joined } from './escape';
import type { Run } from './runs';

/** A title's runs for classic LaTeX and BibTeX: math and protected words in braces, all text escaped. */
export function titleTex(runs: readonly Run[]): string {
  return runs.map(tex).reduce(joined, '');
}

function tex(run: Run): string {
  switch (run.kind) {
    case 'text':
      return escapeText(run.text);
    case 'math':
      return `{$${run.tex}$}`;
    case 'styled':
      return `\\${run.style}{${inBraces(run.runs)}}`;
    case 'protected':
      return `{${inBraces(run.runs)}}`;
  }
}

/** What stands in braces already needs none for its case. */
function inBraces(runs: readonly Run[]): string {
  const inner = runs.flatMap((run) => (run.kind === 'protected' ? run.runs : [run]));
  const text = titleTex(inner);
  // `{\'E}bc` in braces would be one accented character to BibTeX, and change its case.
  return text.startsWith('\\') ? `{}${text}` : text;
}
