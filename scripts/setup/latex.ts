import { execFileSync } from 'node:child_process';
import { install } from './debian';
import type { Environment } from './programs';
import { onPath } from './programs';

const PROGRAMS = ['pdflatex', 'bibtex', 'pdftotext'];
const PACKAGES = ['texlive-latex-base', 'lmodern', 'poppler-utils'];

/** What is missing of what setting a bibliography takes: programs, and the Latin Modern fonts. */
export function missingForLatex(env: Environment = process.env): string[] {
  const programs = PROGRAMS.filter((name) => onPath([name], env) === undefined);
  return programs.includes('pdflatex') || hasFonts() ? programs : [...programs, 'lmodern'];
}

/** Makes LaTeX be there where that needs no question; resolves to what is still missing. */
export async function ensureLatex(): Promise<string[]> {
  if (missingForLatex().length > 0) await install(PACKAGES);
  return missingForLatex();
}

function hasFonts(): boolean {
  try {
    execFileSync('kpsewhich', ['lmodern.sty'], { stdio: 'ignore' });
    return true;
  } catch {
    // kpsewhich ends with 1 when no folder of TeX holds the file.
    return false;
  }
}
