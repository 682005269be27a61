import { execFileSync } from 'node:child_process';
import { install } from './debian';
import type { Environment } from './programs';
import { onPath } from './programs';

/** Something bibliographies are proved with, and the package of Debian that brings it. */
type Part = {
  readonly name: string;
  readonly from: string;
  isThere(env: Environment): boolean;
};

/** What setting a bibliography takes. */
const FOR_LATEX: readonly Part[] = [
  program('pdflatex', 'texlive-latex-base'),
  program('bibtex', 'texlive-latex-base'),
  program('pdftotext', 'poppler-utils'),
  texFile('lmodern', 'lmodern.sty', 'lmodern'),
];

/** What else reads bibliographies. */
const FOR_CITATIONS: readonly Part[] = [
  texFile('etoolbox', 'etoolbox.sty', 'texlive-latex-recommended'),
  texFile('biblatex', 'biblatex.sty', 'texlive-bibtex-extra'),
  program('biber', 'biber'),
  program('pandoc', 'pandoc'),
  pythonModule('pybtex', 'python3-pybtex'),
  pythonModule('bibtexparser', 'python3-bibtexparser'),
];

/** Styles of publishers, which the long check tries as well. */
const FOR_PUBLISHERS: readonly Part[] = [texFile('IEEEtran', 'IEEEtran.bst', 'texlive-publishers')];

// Debian's modules belong to Debian's Python, whichever comes first on PATH.
export const PYTHON = '/usr/bin/python3';

/** What is missing of what setting a bibliography takes: programs, and the Latin Modern fonts. */
export function missingForLatex(env: Environment = process.env): string[] {
  const missing = missingOf(FOR_LATEX, env);
  return missing.includes('pdflatex') ? missing.filter((name) => name !== 'lmodern') : missing;
}

/** What is missing of all that bibliographies are tried with. */
export function missingForCitations(env: Environment = process.env): string[] {
  return [...missingForLatex(env), ...missingOf(FOR_CITATIONS, env)];
}

/** Makes LaTeX and the other readers of bibliographies be there where that needs no question; resolves to what is still missing. */
export async function ensureLatex(): Promise<string[]> {
  await ensure([...FOR_LATEX, ...FOR_CITATIONS]);
  return missingForCitations();
}

/** The same with the styles of publishers. */
export async function ensureStyles(): Promise<string[]> {
  await ensure([...FOR_LATEX, ...FOR_CITATIONS, ...FOR_PUBLISHERS]);
  return [...missingForCitations(), ...missingOf(FOR_PUBLISHERS, process.env)];
}

/** Whether TeX finds this file of a style or package. */
export function texFinds(file: string): boolean {
  return succeeds('kpsewhich', [file]);
}

async function ensure(parts: readonly Part[]): Promise<void> {
  const packages = parts.filter((part) => !part.isThere(process.env)).map(({ from }) => from);
  if (packages.length > 0) await install([...new Set(packages)]);
}

function missingOf(parts: readonly Part[], env: Environment): string[] {
  return parts.filter((part) => !part.isThere(env)).map(({ name }) => name);
}

function program(name: string, from: string): Part {
  return { name, from, isThere: (env) => onPath([name], env) !== undefined };
}

function texFile(name: string, file: string, from: string): Part {
  return { name, from, isThere: () => texFinds(file) };
}

function pythonModule(name: string, from: string): Part {
  return { name, from, isThere: () => succeeds(PYTHON, ['-c', `import ${name}`]) };
}

function succeeds(name: string, args: readonly string[]): boolean {
  try {
    execFileSync(name, args, { stdio: 'ignore' });
    return true;
  } catch {
    // Not there, or it found nothing: both end with another code than 0.
    return false;
  }
}
