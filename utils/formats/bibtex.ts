import type { Citation, CitationWarning } from '@/utils/domain/citing';
import type { Paper } from '@/utils/domain/paper';
import { entryFields } from './bibtex-fields';

/** What a reader adds to a paper in an entry. */
type EntryExtras = {
  readonly key: string;
  readonly tags?: readonly string[];
  readonly note?: string;
};

export type CitedPaper = EntryExtras & { readonly paper: Paper };

type Entry = { readonly text: string; readonly warnings: readonly CitationWarning[] };

/** BibTeX entries for classic LaTeX in the order given; a paper that cannot be written is left out with a warning. */
export function bibtex(items: readonly CitedPaper[]): Citation {
  const warnings: CitationWarning[] = [];
  const texts: string[] = [];
  for (const { paper, ...extras } of items) {
    try {
      const entry = bibtexEntry(paper, extras);
      texts.push(entry.text);
      warnings.push(...entry.warnings);
    } catch {
      // One broken record must not keep the others from the reader, who is told which it was.
      warnings.push({ code: 'unreadable', id: paper.id, title: String(paper.title).slice(0, 200) });
    }
  }
  return { text: texts.join('\n'), count: texts.length, warnings };
}

/** One `@misc` entry that prints the arXiv identifier once in every style, and what to know before using it. */
function bibtexEntry(paper: Paper, { key, tags = [], note = '' }: EntryExtras): Entry {
  const { fields, dropped, lacksAuthors } = entryFields(paper, tags, note);
  const width = Math.max(...fields.map(([name]) => name.length));
  const lines = fields.map(([name, value]) => `  ${name.padEnd(width)} = ${value}`);
  const text = `@misc{${safeKey(key)},\n${lines.join(',\n')}\n}\n`;
  const about = { id: paper.id, title: paper.title.slice(0, 200) };
  const foreign = [...new Set(text.match(/[^\n\u0020-\u007e]/gu))].join('');
  const warnings: CitationWarning[] = [];
  if (lacksAuthors) warnings.push({ code: 'authors-unknown', ...about });
  if (foreign !== '') warnings.push({ code: 'characters', ...about, detail: foreign });
  if (dropped !== '') warnings.push({ code: 'dropped-characters', ...about, detail: dropped });
  return { text, warnings };
}

/** BibTeX ends a key at these. */
function safeKey(key: string): string {
  return key.replace(/[^\p{L}\p{N}:.+/_-]/gu, '') || 'paper';
}
