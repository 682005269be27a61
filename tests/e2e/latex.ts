import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What LaTeX made of a bibliography. */
export type Typeset = {
  /** Every line in which BibTeX or the last LaTeX run complains. */
  readonly complaints: readonly string[];
  /** The text of the printed pages, line breaks as blanks. */
  readonly text: string;
};

function documentIn(style: string): string {
  return String.raw`\documentclass{article}
\usepackage[utf8]{inputenc}
\usepackage[T1]{fontenc}
\usepackage{lmodern}
\usepackage{amsmath,amssymb}
\begin{document}
\sloppy\nocite{*}
\bibliographystyle{${style}}
\bibliography{exported}
\end{document}
`;
}

/** Runs a bibliography through pdfLaTeX and BibTeX as a reader would, in an empty folder. */
export function typeset(bibliography: string, folder: string, style = 'plain'): Typeset {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'main.tex'), documentIn(style));
  writeFileSync(join(folder, 'exported.bib'), bibliography);
  for (const program of ['pdflatex', 'bibtex', 'pdflatex', 'pdflatex']) run(program, folder);
  execFileSync('pdftotext', ['main.pdf', 'main.txt'], { cwd: folder });
  return {
    complaints: [
      ...complaintsIn(join(folder, 'main.blg'), /^Warning--|error message|^I (?:was|found)/),
      ...complaintsIn(join(folder, 'main.log'), /Warning:|^!|^Missing character/),
    ],
    text: readFileSync(join(folder, 'main.txt'), 'utf8').replaceAll(/\s+/g, ' '),
  };
}

function run(program: string, folder: string): void {
  const args = program === 'pdflatex' ? ['-interaction=nonstopmode', 'main'] : ['main'];
  try {
    execFileSync(program, args, { cwd: folder, stdio: 'ignore', timeout: 120_000 });
  } catch {
    // Its log says why; without a log, reading it will.
  }
}

function complaintsIn(log: string, pattern: RegExp): string[] {
  return readFileSync(log, 'latin1')
    .split('\n')
    .filter((line) => pattern.test(line));
}
