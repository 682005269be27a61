// TeX Live 2022, t1enc.dfu: the letters and signs that pdfLaTeX takes in UTF-8 and T1 fonts have.
const LATIN = /^[À-ÖØ-öø-žȘșȚțǍ-ǔǢǣǦ-ǫǴǵȲȳ¡¿«»‹›“”‘’„‚–—]$/u;
const WITHOUT_GLYPH = 'ĦħĸĿŀŉŦŧ';

/** Whether pdfLaTeX prints a character as it stands, without a command and further packages. */
export function printable(char: string): boolean {
  return /^[\n\u0020-\u007e]$/.test(char) || (LATIN.test(char) && !WITHOUT_GLYPH.includes(char));
}
