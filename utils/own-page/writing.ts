import type { Citable, CiteOptions, Exported } from '@/utils/domain/citing';
import { localDay } from '@/utils/domain/day';
import type { PaperId } from '@/utils/domain/paper-id';
import { EXPORT_FORMATS } from '@/utils/formats';
import { begin } from '@/utils/formats/written-file';

/** Papers to be written, and how. */
export type WritingTask = {
  readonly ids: readonly PaperId[];
  readonly formatId: string;
  readonly options: CiteOptions;
};

/** What writing needs of what is around it. */
export type WritingParts = {
  /** Has papers that lack one get a citation key. */
  pinKeys(ids: readonly PaperId[]): Promise<unknown>;
  citables(ids: readonly PaperId[]): Promise<readonly Citable[]>;
  tell?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** Papers whose keys are pinned with one message. */
const KEYS_AT_ONCE = 400;

/** Papers whose text is handed to the browser in one piece: one of all would stop the page. */
const KEPT_AT_ONCE = 2_000;

/** Papers read at once, and written between two looks at the clock. */
const READ_AT_ONCE = 200;
const WRITTEN_AT_ONCE = 10;

/** The reader is told how far it is no oftener, in ms: each time the page is drawn anew. */
const TOLD_EVERY_MS = 300;

/** After so long others on the thread get their turn. */
const TURN_MS = 12;

/** Writes saved papers in a format. Throws the signal's reason when it is stopped. */
export async function writePapers(
  { ids, formatId, options }: WritingTask,
  { pinKeys, citables, tell, signal }: WritingParts,
): Promise<Exported> {
  const format = EXPORT_FORMATS.find(({ id }) => id === formatId);
  if (!format) throw new Error(`Offprint does not know the format “${formatId}”.`);
  const written = begin(format, options);
  const turn = turns(signal);
  tell?.(0, ids.length);
  let toldAt = performance.now();
  const pieces: Blob[] = [];
  const read = async (start: number): Promise<readonly Citable[]> => {
    if (start % KEYS_AT_ONCE === 0) await pinKeys(ids.slice(start, start + KEYS_AT_ONCE));
    return citables(ids.slice(start, start + READ_AT_ONCE));
  };
  let next = ids.length > 0 ? read(0) : Promise.resolve([]);
  for (let start = 0; start < ids.length; start += READ_AT_ONCE) {
    const items = await next;
    // The database has its turn while the page writes; a failure shows when it is waited for.
    next = start + READ_AT_ONCE < ids.length ? read(start + READ_AT_ONCE) : next;
    next.catch(() => undefined);
    for (let at = 0; at < items.length; at += WRITTEN_AT_ONCE) {
      written.add(items.slice(at, at + WRITTEN_AT_ONCE));
      await turn();
    }
    if (start % KEPT_AT_ONCE === 0) pieces.push(new Blob([written.take()]));
    if (performance.now() - toldAt > TOLD_EVERY_MS) {
      tell?.(Math.min(start + READ_AT_ONCE, ids.length), ids.length);
      toldAt = performance.now();
    }
  }
  tell?.(ids.length, ids.length);
  const { content, count, findings, extension, mediaType } = await written.end();
  const fileName = `offprint-${localDay(new Date())}.${extension}`;
  return {
    fileName,
    content: new Blob([...pieces, content], { type: mediaType }),
    count,
    findings,
  };
}

/** What crosses threads of an error. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Lets the page have its turn when the last one was a while ago. */
function turns(signal: AbortSignal | undefined): () => Promise<void> {
  let last = performance.now();
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - last < TURN_MS) return;
    await pause();
    last = performance.now();
  };
}

/** `setTimeout` would wait 4 ms each time. */
function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?(): Promise<void> } };
  return scheduler?.yield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve));
}
