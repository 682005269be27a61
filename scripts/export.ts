import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Citation } from '@/utils/domain/library';
import { arxivPaperId, type Paper, paperId } from '@/utils/domain/paper';
import { bibtex } from '@/utils/formats/bibtex';
import { citationKey, uniqueKey } from '@/utils/formats/citation-key';

const USAGE = 'usage: npm run export -- FILE.json --format bibtex';

/** Every format papers can be exported in. */
const FORMATS: Readonly<Record<string, (papers: readonly Paper[]) => Citation>> = {
  bibtex: (papers) => bibtex(withKeys(papers)),
};

/** The reader asked for something that cannot be done; the message says what to do. */
class BadRequest extends Error {}

try {
  const { text, warnings } = exported(process.argv.slice(2));
  process.stdout.write(text);
  for (const { code, id, detail } of warnings)
    complain(`${id}: ${code}${detail ? ` ${detail}` : ''}`);
} catch (error) {
  if (!(error instanceof BadRequest)) throw error;
  complain(error.message);
  process.exitCode = 2;
}

function complain(line: string): void {
  process.stderr.write(`${line.replace(/\s+/gu, ' ')}\n`);
}

function exported(args: string[]): Citation {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0 || values.format === undefined) {
    throw new BadRequest(USAGE);
  }
  const write = Object.hasOwn(FORMATS, values.format) ? FORMATS[values.format] : undefined;
  if (!write) {
    const known = Object.keys(FORMATS).join(', ');
    throw new BadRequest(`“${values.format}” is no format; known: ${known}; ${USAGE}`);
  }
  return write(papersOf(contentOf(file), file));
}

function parsed(args: string[]): { values: { format?: string }; positionals: string[] } {
  try {
    return parseArgs({ args, allowPositionals: true, options: { format: { type: 'string' } } });
  } catch (error) {
    throw new BadRequest(`${messageOf(error)}; ${USAGE}`);
  }
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new BadRequest(`Cannot read ${file}: ${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

type Json = Readonly<Record<string, unknown>>;

/** The papers of what `npm run cards` prints, or of a bare list; what is no paper is left out and named. */
function papersOf(content: unknown, file: string): Paper[] {
  const list = Array.isArray(content) ? content : recordOf(content)['papers'];
  if (!Array.isArray(list))
    throw new BadRequest(`${file} holds no papers, as npm run cards prints them`);
  return list.flatMap((item: unknown, index) => {
    const paper = paperOf(recordOf(item));
    if (!paper) complain(`paper ${index + 1} of ${file} has no title or no known id: left out`);
    return paper ?? [];
  });
}

function paperOf(json: Json): Paper | undefined {
  const given = typeof json['id'] === 'string' ? json['id'] : '';
  const id = paperId(given) ?? arxivPaperId(given);
  const { title, authorCount, published } = json;
  if (!id || typeof title !== 'string' || title.trim() === '') return undefined;
  const authors = namesOf(json['authors']);
  return {
    id,
    title,
    ...(authors && { authors }),
    ...(typeof authorCount === 'number' && authorCount > 0 && { authorCount }),
    ...(typeof published === 'string' && /^\d{4}-\d{2}-\d{2}/.test(published) && { published }),
  };
}

function namesOf(authors: unknown): string[] | undefined {
  if (!Array.isArray(authors)) return undefined;
  const names = authors.filter(
    (name): name is string => typeof name === 'string' && name.trim() !== '',
  );
  return names.length > 0 ? names : undefined;
}

function recordOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

/** Keys are unique within the file, in its order: the first keeps the bare one. */
function withKeys(papers: readonly Paper[]): { paper: Paper; key: string }[] {
  const taken = new Set<string>();
  return papers.map((paper) => {
    const key = uniqueKey(citationKey(paper), (candidate) => taken.has(candidate.toLowerCase()));
    taken.add(key.toLowerCase());
    return { paper, key };
  });
}
