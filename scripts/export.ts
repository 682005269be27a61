import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { CitationWarning } from '@/utils/domain/citing';
import type { Paper } from '@/utils/domain/paper';
import { arxivPaperId, paperId } from '@/utils/domain/paper-id';
import { type CitedPaper, bibtex } from '@/utils/formats/bibtex';
import { citationKey, uniqueKey } from '@/utils/formats/citation-key';

const FORMATS = { bibtex } as const;
type Format = keyof typeof FORMATS;

const USAGE = `usage: npm run export -- FILE.json --format ${Object.keys(FORMATS).join('|')}`;

/** The reader asked for something that cannot be done; the message says what to do. */
class BadRequest extends Error {}

try {
  const { file, format } = readArguments(process.argv.slice(2));
  const papers = papersOf(contentOf(file));
  const { text, warnings } = FORMATS[format](withKeys(papers));
  process.stdout.write(text);
  warnings.forEach((warning) => complain(sentence(warning)));
} catch (error) {
  if (!(error instanceof BadRequest)) throw error;
  complain(error.message);
  process.exitCode = 2;
}

function complain(line: string): void {
  // eslint-disable-next-line no-control-regex
  process.stderr.write(`${line.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]+/g, ' ')}\n`);
}

function readArguments(args: string[]): { file: string; format: Format } {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0 || values.format === undefined) {
    throw new BadRequest(USAGE);
  }
  if (!isFormat(values.format)) throw new BadRequest(`Unknown format “${values.format}”; ${USAGE}`);
  return { file, format: values.format };
}

function parsed(args: string[]): { values: { format?: string }; positionals: string[] } {
  try {
    return parseArgs({ args, allowPositionals: true, options: { format: { type: 'string' } } });
  } catch (error) {
    throw new BadRequest(`${firstLine(error)}; ${USAGE}`);
  }
}

function isFormat(name: string): name is Format {
  return Object.hasOwn(FORMATS, name);
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    throw new BadRequest(`Cannot read ${file}: ${firstLine(error)}`);
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}

/** The papers of what `npm run cards` printed, or of a bare list; one that is none is named and left out. */
function papersOf(content: unknown): CitedPaperDraft[] {
  const list = isRecord(content) ? content['papers'] : content;
  if (!Array.isArray(list)) throw new BadRequest('The file has no list of papers');
  return list.flatMap((item: unknown, at) => {
    const paper = isRecord(item) ? paperOf(item) : undefined;
    if (!paper) complain(`unreadable: paper ${at + 1} has no identity or no title`);
    return paper ?? [];
  });
}

type CitedPaperDraft = Omit<CitedPaper, 'key'>;

function paperOf(item: Readonly<Record<string, unknown>>): CitedPaperDraft | undefined {
  const name = textIn(item, 'id') ?? '';
  const id = paperId(name) ?? arxivPaperId(name);
  const title = textIn(item, 'title');
  if (id === undefined || title === undefined) return undefined;
  const authors = textsIn(item, 'authors');
  const count = item['authorCount'];
  const published = textIn(item, 'published');
  const paper: Paper = {
    id,
    title,
    ...(authors === undefined ? {} : { authors }),
    ...(typeof count === 'number' && Number.isSafeInteger(count) ? { authorCount: count } : {}),
    ...(published === undefined ? {} : { published }),
  };
  const note = textIn(item, 'note');
  return { paper, tags: textsIn(item, 'tags') ?? [], ...(note === undefined ? {} : { note }) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textIn(item: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = item[name];
  return typeof value === 'string' ? value : undefined;
}

function textsIn(item: Readonly<Record<string, unknown>>, name: string): string[] | undefined {
  const value = item[name];
  if (!Array.isArray(value)) return undefined;
  return value.filter((entry): entry is string => typeof entry === 'string');
}

/** Keys are unique in the file; who comes first keeps the short one. */
function withKeys(papers: readonly CitedPaperDraft[]): CitedPaper[] {
  const taken = new Set<string>();
  return papers.map((cited) => {
    const key = uniqueKey(citationKey(cited.paper), (candidate) => taken.has(candidate));
    taken.add(key);
    return { ...cited, key };
  });
}

function sentence({ code, id, title, detail }: CitationWarning): string {
  return `${code}: ${id} “${title.slice(0, 80)}”${detail === undefined ? '' : `: ${detail}`}`;
}
