import type { Citable, CiteOptions } from '@/utils/domain/citing';
import { displayName } from './fields/authors';
import { type CitedWork, citedWork } from './fields/cited-work';
import { registeredDoi, workUrl, workVenue } from './fields/identifiers';
import { markdownRuns, markdownText, markdownTitle } from './fields/markdown';
import { plainTitle } from './fields/plain-title';
import { isoDate } from './fields/work-date';
import { warningsOf } from './fields/work-warnings';
import type { ExportFormat, Written } from './format';
import { readAbstract } from './tex/read-title';

/** A note a paper for Obsidian and its like: facts as YAML, authors as `[[wiki]]` links, the reader's own note. */
export const MARKDOWN_NOTE: ExportFormat = {
  id: 'markdown-note',
  name: 'Markdown (notes)',
  extension: 'md',
  mediaType: 'text/markdown',
  write,
};

const LONGEST_NOTE = 100_000;

/** What the file of a paper's note would be called; the same for ever, since the key is. */
export function noteFileName({ key }: Citable): string {
  return `${key}.md`;
}

function write(item: Citable, options: CiteOptions): Written {
  const work = citedWork(item, options);
  const names = work.authors?.names.map(displayName) ?? [];
  const authors = names.map((name) => `[[${linkable(name)}]]`).join(', ');
  const more = work.authors?.more ? ' et al.' : '';
  const note = options.notes ? ownWords(item.note ?? '') : '';
  const sections = [
    `# ${markdownTitle(work.title)}`,
    authors + more,
    markdownText(workVenue(work)),
    ...(work.abstract === undefined
      ? []
      : ['## Abstract', markdownRuns(readAbstract(work.abstract))]),
    ...(note === '' ? [] : ['## Notes', note]),
  ].filter(Boolean);
  const text = `---\n${frontMatter(item, work, names)}---\n\n${sections.join('\n\n')}\n`;
  return { text, warnings: warningsOf(item, work) };
}

/** The facts in YAML, each text quoted as JSON, which YAML 1.2 contains. */
function frontMatter({ key, paper }: Citable, work: CitedWork, names: readonly string[]): string {
  const facts: readonly (readonly [string, string | readonly string[] | undefined])[] = [
    ['title', plainTitle(work.title)],
    ['authors', names],
    ['year', work.date?.year],
    ['date', work.date && isoDate(work.date)],
    ['venue', workVenue(work)],
    ['citekey', key],
    ['id', paper.id],
    ['arxiv', work.arxiv?.number],
    ['doi', registeredDoi(work)],
    ['url', workUrl(work)],
    ['tags', work.keywords],
  ];
  return facts
    .filter(([, value]) => value !== undefined && value.length > 0)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join('');
}

/** A link's target ends at these. */
function linkable(name: string): string {
  return name
    .replace(/[[\]|#^\\/:<>]/g, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The reader's own Markdown, with its lines. */
function ownWords(note: string): string {
  return note
    .slice(0, LONGEST_NOTE)
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n|\t)[\p{Cc}\p{Cs}]/gu, '')
    .trim();
}
