import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ImportedPaper } from '@/utils/domain/library';
import type { FileReader, Remark } from '@/utils/formats/read/file-reader';
import { WHAT_IS_READ, readerFor } from '@/utils/formats/read';

const USAGE = 'usage: npm run import -- FILE';
const BEGINNING = 5_000;

/** The reader asked for something that cannot be done; the message says what to do. */
class BadRequest extends Error {}

try {
  const file = fileIn(process.argv.slice(2));
  const text = contentOf(file);
  const reader = readerFor(basename(file), text.slice(0, BEGINNING));
  if (!reader) throw new BadRequest(`${file}: ${WHAT_IS_READ}`);
  process.stdout.write(`${JSON.stringify(await imported(reader, text), null, 2)}\n`);
} catch (error) {
  if (!(error instanceof BadRequest)) throw error;
  process.stderr.write(`${error.message.replaceAll(/\p{Cc}+/gu, ' ')}\n`);
  process.exitCode = 2;
}

function fileIn(args: readonly string[]): string {
  const [file, ...more] = args;
  if (file === undefined || more.length > 0) throw new BadRequest(USAGE);
  return file;
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new BadRequest(
      `Cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** All that the file holds, flat enough for `npm run export`. */
async function imported(reader: FileReader, text: string): Promise<object> {
  const papers: object[] = [];
  const unreadable: Remark[] = [];
  const healed: Remark[] = [];
  for await (const batch of reader.read(text)) {
    papers.push(...batch.papers.map(flat));
    unreadable.push(...batch.unreadable);
    healed.push(...batch.healed);
  }
  return { format: reader.id, papers, report: { read: papers.length, unreadable, healed } };
}

function flat({ reading, ...entry }: ImportedPaper): object {
  return { ...reading.paper, ...entry };
}
