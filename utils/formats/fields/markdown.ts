import { cleanText } from '../tex/clean';
import { readTitle } from '../tex/read-title';
import type { Run, Style } from '../tex/runs';

/** Text as Markdown that shows it as it stands: nothing in it is markup, HTML or a column's end. */
export function markdownText(text: string): string {
  return cleanText(text, 20_000).replace(/[\\`*_[\]()<>|~$]/g, '\\$&');
}

/** A title as Markdown; math stays math. */
export function markdownTitle(title: string): string {
  return markdownRuns(readTitle(title));
}

const MARKS: Readonly<Record<Style, string>> = {
  textit: '*',
  textbf: '**',
  texttt: '',
  textsc: '',
  textsuperscript: '',
  textsubscript: '',
};

/** Runs as Markdown, for titles and abstracts. */
export function markdownRuns(runs: readonly Run[]): string {
  return runs.map(markdownRun).join('');
}

function markdownRun(run: Run): string {
  if (run.kind === 'text') return markdownText(`x${run.text}x`).slice(1, -1);
  // These would end a column, or begin HTML.
  if (run.kind === 'math')
    return `$${run.tex.replaceAll('<', '\\lt ').replaceAll('>', '\\gt ').replaceAll('|', '\\vert ')}$`;
  const mark = run.kind === 'styled' ? MARKS[run.style] : '';
  return mark + markdownRuns(run.runs) + mark;
}

/** `[label](url)`, or the label alone when there is no address. The label is Markdown. */
export function markdownLink(label: string, url: string): string {
  const safe = url.replace(
    /[()<>|\\\s]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return /^https?:\/\//i.test(url) ? `[${label}](${safe})` : label;
}

/** A work's number as code, in which nothing is markup. */
export function markdownCode(text: string): string {
  return text === '' ? '' : `\`${text.replace(/[`|\s]/g, '')}\``;
}
