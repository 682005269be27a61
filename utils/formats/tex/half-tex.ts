import type { Run } from './runs';

/** What of runs is written out. */
export type HalfTexWay = {
  /** Braces around words whose capitals stay. */
  readonly braces: boolean;
  /** Signs that could be taken for TeX as the commands for them. */
  readonly escapes: boolean;
};

/** Runs as the half TeX that titles are kept in; the inverse of reading them. */
export function halfTex(runs: readonly Run[], way: HalfTexWay): string {
  return runs.map((run) => half(run, way)).join('');
}

function half(run: Run, way: HalfTexWay): string {
  switch (run.kind) {
    case 'text':
      return way.escapes ? run.text.replace(/[\\{}$_^~<&]/g, escaped) : run.text;
    case 'math':
      return way.escapes && !run.source.includes('$') ? `\\(${run.source}\\)` : `$${run.source}$`;
    case 'styled':
      return `\\${run.style}{${halfTex(run.runs, way)}}`;
    case 'protected':
      return way.braces ? `{${halfTex(run.runs, way)}}` : halfTex(run.runs, way);
  }
}

const NAMED: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '&': '\\&{}',
};

function escaped(sign: string): string {
  return NAMED[sign] ?? `\\${sign}`;
}
