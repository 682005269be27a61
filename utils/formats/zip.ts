import { strToU8, zipSync } from 'fflate';
import type { Citable, Citation, CiteOptions } from '@/utils/domain/citing';
import { exportText } from './format';
import { MARKDOWN_NOTE, noteFileName } from './markdown-note';

/** A zip file, how many files are in it, and what to know before using them. */
export type Zip = Pick<Citation, 'count' | 'warnings'> & { readonly bytes: Uint8Array };

// The earliest moment a zip can hold: the same notes give the same bytes whenever they are packed.
const EARLIEST = new Date(1980, 0, 1);

/** The notes of these papers, one file each; a note that cannot be written is left out with a warning. */
export function zipNotes(items: readonly Citable[], options: CiteOptions): Zip {
  const warnings: Citation['warnings'][number][] = [];
  const files = items.flatMap((item) => {
    const note = exportText(MARKDOWN_NOTE, [item], options);
    warnings.push(...note.warnings);
    return note.count > 0 ? [{ name: noteFileName(item), text: note.text }] : [];
  });
  return { bytes: zipTexts(files), count: files.length, warnings };
}

/** Texts as the files of a zip, under names that are unique and that every system takes. */
export function zipTexts(
  files: readonly { readonly name: string; readonly text: string }[],
): Uint8Array<ArrayBuffer> {
  const packed: Record<string, Uint8Array> = Object.create(null) as Record<string, Uint8Array>;
  const taken = new Set<string>();
  for (const { name, text } of files) packed[freeName(name, taken)] = strToU8(text);
  return new Uint8Array(zipSync(packed, { mtime: EARLIEST }));
}

function freeName(wanted: string, taken: Set<string>): string {
  const [, stem = ''] = /^(.*)\.md$/su.exec(safeFileName(wanted)) ?? [];
  let name = `${stem}.md`;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${stem} ${number}.md`;
  taken.add(name.toLowerCase());
  return name;
}

// https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** A name, `stem.md`, that every system takes, and that stays in its folder. */
export function safeFileName(name: string): string {
  const stem = name
    .replace(/\.md$/i, '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]/gu, '-')
    .replace(/^[.\s]+|[.\s]+$/gu, '')
    .slice(0, 100)
    .replace(/[.\s\ud800-\udbff]+$/, '');
  if (stem === '') return 'paper.md';
  return RESERVED.test(stem) ? `_${stem}.md` : `${stem}.md`;
}
