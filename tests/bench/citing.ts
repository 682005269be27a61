// @ts-expect-error The package brings no types.
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { bibtex } from '@/utils/formats/bibtex';
import { citationKey, uniqueKey } from '@/utils/formats/citation-key';
import type { Citable } from '@/utils/domain/citing';
import { bibliography } from './papers';

const RUNS = 5;
/** As many papers as citation-js is given; its time for more is taken to grow with their number. */
const FOR_CITATION_JS = 10_000;

/** What one way of writing took, in ms for all of them. */
type Times = { readonly least: number; readonly most: number };

/** Prints what writing BibTeX costs, beside citation-js on the same records and joining ready strings. */
export function benchCiting(sizes: readonly number[]): void {
  console.log('\nPapers to BibTeX, milliseconds of CPU time (least … most of several runs)');
  for (const size of sizes) printSize(size);
}

function printSize(size: number): void {
  const items = citables(size);
  const ready = items.map((item) => bibtex([item]).text);
  const few = items.slice(0, Math.min(size, FOR_CITATION_JS));
  const csl = few.map(cslOf);
  // Taken in turns, so that a busy machine hurts all alike.
  const runs = Array.from({ length: RUNS }, () => ({
    own: timeOf(() => bibtex(items).text),
    citationJs: (timeOf(() => new Cite(csl).format('bibtex')) * size) / few.length,
    floor: timeOf(() => ready.join('\n')),
  }));
  const own = spread(runs.map((run) => run.own));
  const citationJs = spread(runs.map((run) => run.citationJs));
  const floor = spread(runs.map((run) => run.floor));
  const ratios = spread(runs.map((run) => run.citationJs / run.own));
  const scaled = few.length < size ? ` (of ${few.length} papers, scaled)` : '';
  console.log(`  ${size} papers`);
  console.log(
    `    Offprint         ${range(own)}, ${((own.least / size) * 1000).toFixed(0)} µs a paper`,
  );
  console.log(`    citation-js      ${range(citationJs)}${scaled}`);
  console.log(`    joined strings   ${range(floor)}`);
  console.log(
    `    Offprint is ${ratios.least.toFixed(1)} … ${ratios.most.toFixed(1)} times faster than citation-js.`,
  );
  console.log(
    `bench ${JSON.stringify({
      measure: 'citing',
      papers: size,
      runs: RUNS,
      ms: round(own.least),
      msMost: round(own.most),
      citationJsMs: round(citationJs.least),
      citationJsMsMost: round(citationJs.most),
      citationJsPapers: few.length,
      floorMs: round(floor.least),
      timesFaster: round(ratios.least),
      timesFasterMost: round(ratios.most),
    })}`,
  );
}

function citables(size: number): Citable[] {
  const taken = new Set<string>();
  return Array.from({ length: size }, (_, index) => {
    const { paper } = bibliography(index);
    const key = uniqueKey(citationKey(paper), (wanted) => taken.has(wanted));
    taken.add(key);
    return { paper, key, tags: [] };
  });
}

/** The same facts as citation-js takes them, names already in parts. */
function cslOf({ paper, key }: Citable): object {
  const authors = (paper.authors ?? []).map((name) => {
    const words = name.split(' ');
    return { given: words.slice(0, -1).join(' '), family: words.at(-1) ?? '' };
  });
  const arxiv = paper.id.replace('arxiv:', '');
  return {
    id: key,
    'citation-key': key,
    type: 'article',
    title: paper.title,
    author: authors,
    issued: { 'date-parts': [(paper.published ?? '').split('-').map(Number)] },
    publisher: 'arXiv',
    number: `arXiv:${arxiv}`,
    URL: `https://arxiv.org/abs/${arxiv}`,
  };
}

/** CPU time: what else a busy machine does is no cost of ours. */
function timeOf(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function spread(times: readonly number[]): Times {
  return { least: Math.min(...times), most: Math.max(...times) };
}

function range({ least, most }: Times): string {
  return `${least.toFixed(1).padStart(9)} … ${most.toFixed(1)}`;
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
