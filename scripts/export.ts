import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  CITE_DEFAULTS,
  type Citable,
  type CitationWarning,
  type CiteOptions,
  PRESETS,
  PROTECTIONS,
  type TemplateProblem,
} from '@/utils/domain/citing';
import strings from '@/public/_locales/en/messages.json';
import { EXPORT_FORMATS } from '@/utils/formats';
import { citationKey, keyTemplateProblem, uniqueKey } from '@/utils/formats/citation-key';
import { safeKey } from '@/utils/formats/fields/safe-key';
import { type ExportFormat, exportText } from '@/utils/formats/format';
import { lineTemplateProblem } from '@/utils/formats/line-template';
import { zipNotes } from '@/utils/formats/zip';
import { type Draft, readPapers } from './export/read-papers';

const ZIP = 'zip';
const NAMES = [...EXPORT_FORMATS.map(({ id }) => id), ZIP];
const USAGE = [
  `usage: npm run export -- FILE.json --format ${NAMES.join('|')}`,
  `[--preset ${PRESETS.join('|')}] [--protection ${PROTECTIONS.join('|')}] [--escaping latex|unicode]`,
  '[--abstracts] [--notes|--no-notes] [--latest-version] [--most-authors N]',
  '[--template LINE] [--key-template KEY]',
].join(' ');

/** The reader asked for something that cannot be done; the message says what to do. */
class BadRequest extends Error {}

type Request = {
  readonly file: string;
  readonly format: ExportFormat | typeof ZIP;
  readonly options: CiteOptions;
};

try {
  run(readRequest(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof BadRequest)) throw error;
  complain(error.message);
  process.exitCode = 2;
}

function run({ file, format, options }: Request): void {
  const papers = readPapers(contentOf(file));
  if (!papers) throw new BadRequest('The file has no list of papers');
  papers.complaints.forEach(complain);
  const items = withKeys(papers.drafts, options.keyTemplate);
  const written = format === ZIP ? zipNotes(items, options) : exportText(format, items, options);
  process.stdout.write('bytes' in written ? written.bytes : written.text);
  written.warnings.forEach((warning) => complain(sentence(warning)));
}

function complain(line: string): void {
  // eslint-disable-next-line no-control-regex
  process.stderr.write(`${line.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]+/g, ' ')}\n`);
}

function readRequest(args: string[]): Request {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0 || values.format === undefined)
    throw new BadRequest(USAGE);
  const options: CiteOptions = {
    ...CITE_DEFAULTS,
    preset: oneOf(PRESETS, values.preset ?? CITE_DEFAULTS.preset),
    protection: oneOf(PROTECTIONS, values.protection ?? CITE_DEFAULTS.protection),
    escaping: oneOf(['latex', 'unicode'] as const, values.escaping ?? CITE_DEFAULTS.escaping),
    abstracts: values.abstracts ?? CITE_DEFAULTS.abstracts,
    notes: values['no-notes'] === true ? false : (values.notes ?? CITE_DEFAULTS.notes),
    latestVersion: values['latest-version'] ?? CITE_DEFAULTS.latestVersion,
    mostAuthors: wholeNumber(values['most-authors'] ?? '0'),
    lineTemplate: checked(values.template ?? CITE_DEFAULTS.lineTemplate, lineTemplateProblem),
    keyTemplate: checked(values['key-template'] ?? CITE_DEFAULTS.keyTemplate, keyTemplateProblem),
  };
  return { file, format: formatOf(values.format), options };
}

function parsed(args: string[]) {
  const text = { type: 'string' } as const;
  const choice = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: text,
        preset: text,
        protection: text,
        escaping: text,
        abstracts: choice,
        notes: choice,
        'no-notes': choice,
        'latest-version': choice,
        'most-authors': text,
        template: text,
        'key-template': text,
      },
    });
  } catch (error) {
    throw new BadRequest(`${firstLine(error)}; ${USAGE}`);
  }
}

/** The format of this name, or the first whose name begins so: `markdown`, `csl`. */
function formatOf(name: string): Request['format'] {
  if (name === ZIP) return ZIP;
  const format =
    EXPORT_FORMATS.find(({ id }) => id === name) ??
    EXPORT_FORMATS.find(({ id }) => name !== '' && id.startsWith(name));
  if (!format) throw new BadRequest(`Unknown format “${name}”; ${USAGE}`);
  return format;
}

function oneOf<Choice extends string>(choices: readonly Choice[], name: string): Choice {
  const found = choices.find((choice) => choice === name);
  if (found === undefined)
    throw new BadRequest(`“${name}” is none of ${choices.join(', ')}; ${USAGE}`);
  return found;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new BadRequest(`“${text}” is no number; ${USAGE}`);
  return Number(text);
}

function checked(
  template: string,
  problemOf: (template: string) => TemplateProblem | undefined,
): string {
  const problem = problemOf(template);
  if (problem === undefined) return template;
  const { code, about = [] } = problem;
  const sentence = strings[code].message.replace(/\$(\d)/g, (_, at) => about[Number(at) - 1] ?? '');
  throw new BadRequest(`“${template}” cannot be used. ${sentence}`);
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

/** Keys are unique in the file, as they are written, without regard to case; who comes first keeps the short one. */
function withKeys(drafts: readonly Draft[], template: string): Citable[] {
  const taken = new Set<string>();
  return drafts.map((draft) => {
    const wanted = safeKey(draft.key ?? citationKey(draft.paper, template));
    const key = uniqueKey(wanted, (candidate) => taken.has(candidate.toLowerCase()));
    taken.add(key.toLowerCase());
    return { ...draft, key };
  });
}

function sentence({ code, id, title, detail }: CitationWarning): string {
  return `${code}: ${id} “${title.slice(0, 80)}”${detail === undefined ? '' : `: ${detail}`}`;
}
