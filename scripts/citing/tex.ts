import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runIn } from './workshop';

/** What an ordinary paper loads: 8-bit fonts, Latin Modern, the mathematics of the AMS. */
export const PREAMBLE = String.raw`\documentclass{article}
\usepackage[utf8]{inputenc}
\usepackage[T1]{fontenc}
\usepackage{lmodern}
\usepackage{amsmath,amssymb}
`;

/** BibTeX's own complaints about a file of entries set in a style, which leaves `main.bbl` behind. */
export function runBibtex(bibliography: string, style: string, folder: string): string[] {
  writeFileSync(join(folder, 'exported.bib'), bibliography);
  writeFileSync(
    join(folder, 'main.aux'),
    `\\relax\n\\citation{*}\n\\bibstyle{${style}}\n\\bibdata{exported}\n`,
  );
  runIn(folder, 'bibtex', ['main']);
  return linesOf(join(folder, 'main.blg')).filter((line) =>
    /^Warning--|error message|^I (?:was|found|couldn)|---line \d+ of file/.test(line),
  );
}

/** What pdfLaTeX complains about in `main.tex`, but for advice to run it again. */
export function runLatex(document: string, folder: string): string[] {
  writeFileSync(join(folder, 'main.tex'), document);
  runIn(folder, 'pdflatex', ['-interaction=nonstopmode', 'main']);
  return linesOf(join(folder, 'main.log')).filter(
    (line) => /Warning:|^!|^Missing character/.test(line) && !LATER.test(line),
  );
}

// Latin Modern has no slanted small capitals and sets upright ones.
const LATER =
  /Font shape `T1\/lmr\/m\/scit' undefined|may have changed|[Rr]erun|There were undefined|Empty bibliography|No file main\.bbl/;

/** The lines of a log, which TeX writes in no particular encoding; none when there is no log. */
export function linesOf(log: string): string[] {
  try {
    return readFileSync(log, 'latin1').split('\n');
  } catch {
    return [`! ${log} was not written`];
  }
}
