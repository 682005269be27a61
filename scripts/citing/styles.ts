import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Citable } from '@/utils/domain/citing';
import { bibtex } from '@/utils/formats/bibtex';
import { id } from '../../tests/formats/records';
import { texFinds } from '../setup/latex';
import { PREAMBLE, runBibtex, runLatex } from './tex';
import { inOwnFolder, runIn } from './workshop';

/** How often a style prints the identifier of a preprint, and what it warns of. */
export type StyleResult = {
  readonly style: string;
  readonly times: number;
  readonly warnings: readonly string[];
};

const STYLES =
  'plain alpha abbrv unsrt ieeetr acm siam apalike plainnat unsrtnat abbrvnat IEEEtran splncs04 elsarticle-num apsrev4-2 ACM-Reference-Format acl_natbib iclr2025 ieeenat_fullname plainurl'.split(
    ' ',
  );
const OF_BIBLATEX = ['numeric', 'authoryear'];

/** The styles and processors of the study (§1.3). */
export const ALL_STYLES: readonly string[] = [
  ...STYLES,
  ...OF_BIBLATEX.map((style) => `biblatex-${style}`),
  'pandoc',
];

const PREPRINT: Citable = {
  paper: {
    id: id('arxiv:2106.09685'),
    title: 'LoRA: Low-Rank Adaptation of Large Language Models',
    authors: ['Edward J. Hu', 'Yelong Shen'],
    published: '2021-06-17',
  },
  key: 'hu2021lora',
  tags: [],
};

/** One preprint in every style there is on this machine. */
export function preprintInStyles(): StyleResult[] {
  const { text } = bibtex([PREPRINT]);
  const inBibtex = STYLES.filter((style) => texFinds(`${style}.bst`)).map((style) =>
    inOwnFolder((folder) => {
      const warnings = runBibtex(text, style, folder);
      return result(style, readFileSync(join(folder, 'main.bbl'), 'utf8'), warnings);
    }),
  );
  return [...inBibtex, ...OF_BIBLATEX.map((style) => inBiblatex(text, style)), inPandoc(text)];
}

function result(style: string, printed: string, warnings: readonly string[]): StyleResult {
  const joined = printed.replace(/-?\s*\n\s*/g, ' ');
  return { style, times: joined.match(/arXiv:\s?2106\.09685/g)?.length ?? 0, warnings };
}

function inBiblatex(bibliography: string, style: string): StyleResult {
  return inOwnFolder((folder) => {
    writeFileSync(join(folder, 'exported.bib'), bibliography);
    const document = String.raw`${PREAMBLE}\usepackage[backend=biber,style=${style}]{biblatex}
\addbibresource{exported.bib}
\begin{document}\sloppy\nocite{*}\printbibliography\end{document}
`;
    runLatex(document, folder);
    runIn(folder, 'biber', ['main']);
    const warnings = runLatex(document, folder);
    const { output } = runIn(folder, 'pdftotext', ['main.pdf', '-']);
    return result(`biblatex-${style}`, output, warnings);
  });
}

function inPandoc(bibliography: string): StyleResult {
  return inOwnFolder((folder) => {
    writeFileSync(join(folder, 'exported.bib'), bibliography);
    const document = "---\nnocite: '@*'\nbibliography: exported.bib\n---\n";
    const { output, errors } = runIn(
      folder,
      'pandoc',
      ['--citeproc', '-t', 'plain', '--wrap=none'],
      document,
    );
    return result('pandoc', output, errors.split('\n').filter(Boolean));
  });
}
