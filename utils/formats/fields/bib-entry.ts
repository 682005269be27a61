import type { CitationWarning, Citable } from '@/utils/domain/citing';
import type { Written } from '../format';
import { cleanText } from '../tex/clean';
import { BIB_FIELDS, type EntryFacts } from './bib-fields';
import { foreignFields } from './foreign-fields';
import { safeKey } from './safe-key';

type Field = readonly [name: string, value: string];

/** How the two formats differ. */
export type Dialect = {
  /** Which column of the fields is meant. */
  readonly column: 0 | 1;
  /** The field by which an entry without authors is sorted and labelled. */
  readonly label: string;
  /** Whether a type of entry has no such field. */
  lacks(type: string, field: string): boolean;
  /** The characters that pdfLaTeX would stop at. */
  unprintable(entry: string): readonly string[];
};

/** One entry, and what to know before using it. */
export function bibEntry(item: Citable, facts: EntryFacts, dialect: Dialect): Written {
  const known = ownFields(item, facts, dialect);
  const { fields, refused } = withOthers(known, facts.work.others);
  const width = Math.max(...fields.map(([name]) => name.length));
  const lines = fields.map(([name, value]) => `  ${name.padEnd(width)} = ${value}`);
  const text = `@${facts.type}{${safeKey(item.key)},\n${lines.join(',\n')}\n}\n`;
  const dropped = [facts.tex.dropped(), ...refused].filter(Boolean).join(' ');
  const unprintable = isAscii(text) ? '' : [...new Set(dialect.unprintable(text))].join('');
  if (facts.work.authors && unprintable === '' && dropped === '') return { text, warnings: [] };
  const about = { id: item.paper.id, title: item.paper.title.slice(0, 200) };
  const warnings: CitationWarning[] = [];
  if (!facts.work.authors) warnings.push({ code: 'authors-unknown', ...about });
  if (unprintable !== '') warnings.push({ code: 'characters', ...about, detail: unprintable });
  if (dropped !== '') warnings.push({ code: 'dropped-characters', ...about, detail: dropped });
  return { text, warnings };
}

function ownFields(item: Citable, facts: EntryFacts, { column, label, lacks }: Dialect): Field[] {
  const fields: Field[] = [];
  for (const row of BIB_FIELDS) {
    const given = row[column];
    const name = typeof given === 'string' ? given : given(facts);
    if (name === '-') continue;
    const value = row[2](facts) ?? '';
    if (name === 'author' && value === '') fields.push(...unknownAuthors(item, label));
    if (value === '' || lacks(facts.type, name)) continue;
    // BibTeX knows months as macros, which styles spell in their language.
    fields.push([name, name === 'month' ? value : `{${value}}`]);
  }
  return fields;
}

function isAscii(text: string): boolean {
  return /^[\n\u0020-\u007e]*$/.test(text);
}

type WithOthers = { readonly fields: readonly Field[]; readonly refused: readonly string[] };

/** The fields with those that an imported entry had beside. */
function withOthers(
  known: readonly Field[],
  others: Readonly<Record<string, string>> | undefined,
): WithOthers {
  if (others === undefined) return { fields: known, refused: [] };
  const own = new Set(['key', 'authorstatus', ...known.map(([name]) => name)]);
  const { fields, refused } = foreignFields(others, own);
  return { fields: withForeign(known, fields), refused };
}

/** Foreign fields stand where they would be printed, before what is the reader's own. */
function withForeign(known: readonly Field[], foreign: readonly Field[]): readonly Field[] {
  const own = known.findIndex(([name]) => /^(?:keywords|annot.*|abstract)$/.test(name));
  const at = own < 0 ? known.length : own;
  return [...known.slice(0, at), ...foreign, ...known.slice(at)];
}

/**
 * Where authors would stand: a label, by which styles sort entries without authors, and
 * `authorstatus`, which no style prints and which tells whoever reads the file.
 */
function unknownAuthors({ paper }: Citable, label: string): Field[] {
  const { id, title, authorCount: count } = paper;
  const words =
    cleanText(title, 4000)
      .match(/[A-Za-z0-9]+/g)
      ?.slice(0, 4) ?? [];
  const people = count === 1 ? 'author' : 'authors';
  const status =
    count === undefined
      ? 'unknown: the listing gave no author names'
      : `unknown: the listing gave no author names (${count} ${people})`;
  const named: Field = [label, `{${words.join(' ') || id.replace(/[^A-Za-z0-9]+/g, ' ').trim()}}`];
  // Biber complains of fields that biblatex does not know.
  return label === 'key' ? [named, ['authorstatus', `{${status}}`]] : [named];
}
