import type { PaperId } from '@/utils/domain/paper-id';
import { uniqueKey } from '../citation-key';
import { fold } from '../fold';
import { identitiesOf } from './identities';
import { rawFields } from './raw-fields';
import type { Piece } from './scan';
import { scanBibFile } from './scan';

/** An entry to be added, as the writer wrote it. */
export type FreshEntry = {
  readonly key: string;
  readonly text: string;
  readonly id: PaperId;
  /** Other ids of the paper: its preprint's, its publication's. */
  readonly aliases?: readonly PaperId[];
  readonly title: string;
};

/** What happened to an entry, or what should be known of the file. */
export type MergeChange =
  | { readonly kind: 'added'; readonly id: PaperId; readonly key: string }
  /** Another work of the file has the key that was wanted. */
  | {
      readonly kind: 'renamed';
      readonly id: PaperId;
      readonly key: string;
      readonly wanted: string;
    }
  /** The file has the work already, under this key in this line. */
  | { readonly kind: 'known'; readonly id: PaperId; readonly key: string; readonly line: number }
  /** An entry of the file whose braces do not match. */
  | { readonly kind: 'broken'; readonly key: string; readonly line: number };

export type MergedBibFile = { readonly text: string; readonly changes: readonly MergeChange[] };

/** A paper that a .bib file has an entry for. */
export type CitedEntry = { readonly id: PaperId; readonly key: string; readonly line: number };

/**
 * The reader's file with these entries at its end. What was there stays byte for byte, and what it has
 * already, by any id of the paper, or by key and title, is not added again.
 */
export function mergeIntoBibFile(fileText: string, entries: readonly FreshEntry[]): MergedBibFile {
  const file = contentsOf(fileText);
  const changes: MergeChange[] = [...file.broken];
  const texts: string[] = [];
  for (const entry of entries) {
    const there = find(file, entry);
    if (there) {
      changes.push({ kind: 'known', id: entry.id, key: there.key, line: there.line });
      continue;
    }
    const key = uniqueKey(entry.key, (tried) => file.byKey.has(tried.toLowerCase()));
    const text = key === entry.key ? entry.text : withKey(entry.text, key);
    remember(file, { key, line: 0, ids: idsOf(entry), title: fold(entry.title) });
    texts.push(text);
    changes.push(
      key === entry.key
        ? { kind: 'added', id: entry.id, key }
        : { kind: 'renamed', id: entry.id, key, wanted: entry.key },
    );
  }
  return { text: appended(fileText, texts), changes };
}

/** Which papers the file cites, in its order; a paper with several identities has a line for each. */
export function citedIn(fileText: string): CitedEntry[] {
  return scanBibFile(fileText)
    .filter(({ kind }) => kind === 'entry')
    .flatMap((piece) => {
      const { key, line } = piece;
      const ids = identitiesOf(rawFields(fileText.slice(piece.from, piece.to)));
      return ids.map((id) => ({ id, key, line }));
    });
}

type Known = {
  readonly key: string;
  readonly line: number;
  readonly ids: readonly PaperId[];
  /** In its letters alone. */
  readonly title: string;
};

type Contents = {
  readonly byId: Map<PaperId, Known>;
  /** In lower case: BibTeX takes keys that differ in case for the same. */
  readonly byKey: Map<string, Known>;
  readonly broken: readonly MergeChange[];
};

function contentsOf(fileText: string): Contents {
  const pieces = scanBibFile(fileText);
  const broken = pieces
    .filter((piece) => piece.broken)
    .map(({ key, line }) => ({ kind: 'broken' as const, key, line }));
  const file: Contents = { byId: new Map(), byKey: new Map(), broken };
  for (const piece of pieces) if (piece.kind === 'entry') rememberPiece(file, fileText, piece);
  return file;
}

function rememberPiece(file: Contents, fileText: string, { from, to, key, line }: Piece): void {
  const fields = rawFields(fileText.slice(from, to));
  const known = { key, line, ids: identitiesOf(fields), title: fold(fields.get('title') ?? '') };
  remember(file, known);
  // biblatex: other keys by which this entry is cited.
  for (const other of (fields.get('ids') ?? '').split(',')) {
    if (other.trim() !== '') remember(file, { ...known, key: other.trim(), ids: [] });
  }
}

function remember({ byId, byKey }: Contents, known: Known): void {
  for (const id of known.ids) if (!byId.has(id)) byId.set(id, known);
  const key = known.key.toLowerCase();
  if (!byKey.has(key)) byKey.set(key, known);
}

function find({ byId, byKey }: Contents, entry: FreshEntry): Known | undefined {
  const same = idsOf(entry).flatMap((id) => byId.get(id) ?? [])[0];
  if (same) return same;
  const namesake = byKey.get(entry.key.toLowerCase());
  return namesake && namesake.title !== '' && namesake.title === fold(entry.title)
    ? namesake
    : undefined;
}

function idsOf({ id, aliases = [] }: FreshEntry): readonly PaperId[] {
  return [id, ...aliases];
}

/** The entry under another key; its own ends at the first comma. */
function withKey(text: string, key: string): string {
  const [open, comma] = [text.indexOf('{'), text.indexOf(',')];
  return `${text.slice(0, open + 1)}${key}${text.slice(comma)}`;
}

/** The file, a blank line and the entries with blank lines between them, in the file's own line ends. */
function appended(fileText: string, entries: readonly string[]): string {
  if (entries.length === 0) return fileText;
  const end = /\r\n|\r|\n/.exec(fileText)?.[0] ?? '\n';
  const added = entries.map((entry) => entry.trim().replace(/\r\n|\r|\n/g, end));
  return `${fileText}${gap(fileText, end)}${added.join(end + end)}${end}`;
}

function gap(fileText: string, end: string): string {
  if (/^\ufeff?$/.test(fileText) || fileText.endsWith(end + end)) return '';
  return fileText.endsWith(end) ? end : end + end;
}
