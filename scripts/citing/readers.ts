import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PYTHON, missingForCitations, missingForLatex } from '../setup/latex';
import { PREAMBLE, linesOf, runBibtex, runLatex } from './tex';
import { inOwnFolder, runIn } from './workshop';

/** A program that reads bibliographies as a reader's would. */
export type Reader = {
  readonly name: string;
  /** What is missing on this machine for it to run. */
  missing(): readonly string[];
  /** Its complaints about a file of this many entries. */
  complaints(bibliography: string, entries: number): readonly string[];
};

/** A style of BibTeX with the pages pdfLaTeX makes of it. */
export function bibtexStyle(style: string): Reader {
  return {
    name: `bibtex ${style}`,
    missing: missingForLatex,
    complaints: (bibliography) => inOwnFolder((folder) => typeset(bibliography, style, folder)),
  };
}

const BIBTEX: readonly Reader[] = ['plain', 'alpha', 'abbrv', 'unsrt', 'plainnat'].map(bibtexStyle);

export const BIBLATEX: Reader = {
  name: 'biblatex and biber',
  missing: () => without(['pybtex', 'bibtexparser', 'pandoc']),
  complaints: (bibliography) => inOwnFolder((folder) => withBiber(bibliography, folder)),
};

export const PANDOC: Reader = {
  name: 'pandoc',
  missing: () => ['pandoc'].filter((name) => missingForCitations().includes(name)),
  complaints: (bibliography) => inOwnFolder((folder) => withPandoc(bibliography, folder)),
};

export const PYBTEX: Reader = {
  name: 'pybtex',
  missing: () => ['pybtex'].filter((name) => missingForCitations().includes(name)),
  complaints: (bibliography, entries) => withPython(PYBTEX_SCRIPT, bibliography, entries),
};

export const BIBTEXPARSER: Reader = {
  name: 'bibtexparser',
  missing: () => ['bibtexparser'].filter((name) => missingForCitations().includes(name)),
  complaints: (bibliography, entries) => withPython(BIBTEXPARSER_SCRIPT, bibliography, entries),
};

/** All that is tried on every export, the quick ones first. */
export const READERS: readonly Reader[] = [PYBTEX, BIBTEXPARSER, ...BIBTEX, PANDOC, BIBLATEX];

function without(others: readonly string[]): string[] {
  return missingForCitations().filter((name) => !others.includes(name));
}

function typeset(bibliography: string, style: string, folder: string): string[] {
  const own = runBibtex(bibliography, style, folder);
  const natbib = style.endsWith('nat') ? '\\usepackage{natbib}\n' : '';
  const body = '\\begin{document}\n\\sloppy\\input{main.bbl}\n\\end{document}\n';
  return [...own, ...runLatex(`${PREAMBLE}${natbib}${body}`, folder)];
}

const BIBLATEX_DOCUMENT = String.raw`${PREAMBLE}\usepackage[backend=biber]{biblatex}
\addbibresource{exported.bib}
\begin{document}
\sloppy\nocite{*}\printbibliography
\end{document}
`;

function withBiber(bibliography: string, folder: string): string[] {
  writeFileSync(join(folder, 'exported.bib'), bibliography);
  const first = runLatex(BIBLATEX_DOCUMENT, folder).filter((line) => line.startsWith('!'));
  const { code, output } = runIn(folder, 'biber', ['--validate-datamodel', 'main']);
  const own = [...output.split('\n'), ...linesOf(join(folder, 'main.blg'))].filter((line) =>
    /\b(?:WARN|ERROR)\b/.test(line),
  );
  const ended = code === 0 ? [] : [`biber ended with ${code}`];
  return [...first, ...new Set(own), ...ended, ...runLatex(BIBLATEX_DOCUMENT, folder)];
}

function withPandoc(bibliography: string, folder: string): string[] {
  writeFileSync(join(folder, 'exported.bib'), bibliography);
  writeFileSync(join(folder, 'main.md'), "---\nnocite: '@*'\nbibliography: exported.bib\n---\n");
  const args = '--citeproc --fail-if-warnings --mathml -t html -o main.html main.md';
  const { code, errors } = runIn(folder, 'pandoc', args.split(' '));
  return code === 0 ? [] : [...errors.split('\n').filter(Boolean), `pandoc ended with ${code}`];
}

const PYBTEX_SCRIPT = `
import sys, pybtex.errors
from pybtex.database import parse_string
from pybtex.style.formatting.plain import Style
pybtex.errors.set_strict_mode(True)
data = parse_string(sys.stdin.read(), 'bibtex')
formatted = list(Style().format_bibliography(data))
for entry in data.entries.values():
    for people in entry.persons.values():
        for person in people:
            str(person)
print(len(formatted))
`;

const BIBTEXPARSER_SCRIPT = `
import sys, logging, bibtexparser
from bibtexparser.bparser import BibTexParser
from bibtexparser.customization import author, convert_to_unicode
logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
parser = BibTexParser(common_strings=True, ignore_nonstandard_types=False)
parser.customization = lambda record: author(convert_to_unicode(record))
data = bibtexparser.loads(sys.stdin.read(), parser)
assert not data.comments, data.comments[0]
print(len(data.entries))
`;

function withPython(script: string, bibliography: string, entries: number): string[] {
  return inOwnFolder((folder) => {
    const { output, errors } = runIn(folder, PYTHON, ['-c', script], bibliography);
    const complaints = errors.split('\n').filter(Boolean).slice(-3);
    const read = Number(output);
    return read === entries ? complaints : [...complaints, `${read} of ${entries} entries read`];
  });
}
