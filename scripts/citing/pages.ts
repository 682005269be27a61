import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PREAMBLE, linesOf, runBibtex, runLatex } from './tex';
import { inOwnFolder, runIn } from './workshop';

/** One entry set on a page of its own. */
type PrintedEntry = {
  /** BibTeX's warnings that name it, and LaTeX's errors on its lines. */
  readonly warnings: readonly string[];
  readonly errors: readonly string[];
  /** Its printed parts in order: authors, title, where it appeared. */
  readonly parts: readonly string[];
};

export type Printed = {
  readonly entries: ReadonlyMap<string, PrintedEntry>;
  /** What BibTeX says about the file as a whole. */
  readonly complaints: readonly string[];
};

// Lines as long as TeX can have them, so that nothing is parted at their end.
const WIDE = String.raw`\usepackage{cmap}
\setlength{\textwidth}{500cm}\setlength{\hoffset}{0pt}\setlength{\parindent}{0pt}
\setlength{\textheight}{60cm}\pdfpagewidth=510cm \pdfpageheight=80cm
\pagestyle{empty}\tracinglostchars=3
\renewcommand{\bibitem}[2][]{}
\providecommand{\natexlab}[1]{#1}\providecommand{\url}[1]{\texttt{#1}}
`;
const PART = '@@@';

/**
 * Every entry of a bibliography on a page of its own, in a group of its own: BibTeX sees to it that
 * braces match and an empty line ends what else could reach into the next, so that one bad entry
 * cannot hide or spoil another.
 */
export function printedAlone(bibliography: string, style: string): Printed {
  return inOwnFolder((folder) => {
    const complaints = runBibtex(bibliography, style, folder);
    const bbl = readFileSync(join(folder, 'main.bbl'), 'utf8');
    const { preamble, blocks } = blocksOf(bbl);
    const { document, lines } = pagesOf(preamble, blocks);
    runLatex(document, folder);
    const errors = errorsByLine(linesOf(join(folder, 'main.log')));
    const pages = pagesOfText(folder);
    const entries = [...blocks.keys()].map((key, at): [string, PrintedEntry] => [
      key,
      {
        warnings: complaints.filter((line) => line.endsWith(` ${key}`)),
        errors: errors.filter(({ line }) => holds(lines[at], line)).map(({ text }) => text),
        parts: (pages[at] ?? '').split(PART).map((part) => part.replace(/\s+/g, ' ').trim()),
      },
    ]);
    return { entries: new Map(entries), complaints };
  });
}

function blocksOf(bbl: string): { preamble: string; blocks: ReadonlyMap<string, string> } {
  const [before = '', ...items] = bbl
    .replace(/\\end\{thebibliography\}\s*$/, '')
    .split(/(?=\\bibitem[[{])/);
  const preamble = before.replace(/\\begin\{thebibliography\}\{.*\}/, '');
  return { preamble, blocks: new Map(items.map((item) => [keyOf(item), item.trim()])) };
}

function keyOf(item: string): string {
  return /\]?\{([^{}]+)\}\n/.exec(item)?.[1] ?? item;
}

type Lines = { readonly from: number; readonly to: number };

function pagesOf(
  preamble: string,
  blocks: ReadonlyMap<string, string>,
): { document: string; lines: readonly Lines[] } {
  const head = `${PREAMBLE}${WIDE}\\begin{document}\n${preamble}\n\\renewcommand{\\newblock}{ ${PART} }\n`;
  let at = head.split('\n').length;
  const lines: Lines[] = [];
  const pages = [...blocks.values()].map((block) => {
    const page = `\\begingroup\\relax\n${block}\n\n\\endgroup\\mbox{}\\clearpage\n`;
    const from = at;
    at += page.split('\n').length - 1;
    lines.push({ from, to: at });
    return page;
  });
  return { document: `${head}${pages.join('')}\\end{document}\n`, lines };
}

function holds(lines: Lines | undefined, line: number): boolean {
  return lines !== undefined && line >= lines.from && line < lines.to;
}

/** TeX names the line a few lines below what it found there. */
function errorsByLine(log: readonly string[]): { line: number; text: string }[] {
  return log.flatMap((text, at) => {
    if (!text.startsWith('!')) return [];
    const line = log.slice(at, at + 30).find((below) => /^l\.\d+/.test(below));
    return [{ line: Number(/\d+/.exec(line ?? '')?.[0] ?? 0), text }];
  });
}

function pagesOfText(folder: string): string[] {
  runIn(folder, 'pdftotext', ['-raw', 'main.pdf', 'main.txt']);
  return readFileSync(join(folder, 'main.txt'), 'utf8').split('\f');
}
