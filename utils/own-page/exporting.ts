import type { Citable, ExplainedTemplate, Exported, FormatChoice } from '@/utils/domain/citing';
import { localDay } from '@/utils/domain/day';
import type { Library } from '@/utils/domain/library';
import type { Paper } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';

/** Long work that a page shows and may stop. */
export type Work = {
  readonly signal?: AbortSignal;
  readonly tell?: (done: number, total: number) => void;
};

/** Writes saved papers in any format, in the page itself, and never keeps it from answering. */
export type Exporter = {
  formats(): Promise<readonly FormatChoice[]>;
  explainKeys(template: string): Promise<ExplainedTemplate>;
  /** Throws the signal's reason when it is stopped. */
  write(ids: readonly PaperId[], formatId: string, work?: Work): Promise<Exported>;
};

/** Papers whose keys are pinned with one message. */
const KEYS_AT_ONCE = 400;

/** Papers whose text is handed to the browser in one piece: one of all would stop the page. */
const KEPT_AT_ONCE = 2_000;

/** Papers read at once, and written between two looks at the clock. */
const READ_AT_ONCE = 200;
const WRITTEN_AT_ONCE = 10;

/** After so long the page gets its turn. */
const TURN_MS = 12;

/** Long known, so that everybody sees which part of a key comes from where. */
const EXAMPLE: Paper = {
  id: 'arxiv:1706.03762' as PaperId,
  title: 'Attention Is All You Need',
  authors: ['Ashish Vaswani', 'Noam Shazeer'],
  published: '2017-06-12',
};

export function exporter(
  library: Pick<Library, 'pinKeys' | 'citeOptions'>,
  citables: (ids: readonly PaperId[]) => Promise<readonly Citable[]>,
): Exporter {
  return {
    async formats() {
      const { EXPORT_FORMATS } = await import('@/utils/formats');
      return EXPORT_FORMATS.map(({ id, name }) => ({ id, name }));
    },
    async explainKeys(template) {
      const { citationKey, keyTemplateComplaint } = await import('@/utils/formats/citation-key');
      const complaint = keyTemplateComplaint(template);
      return complaint === undefined ? { example: citationKey(EXAMPLE, template) } : { complaint };
    },
    async write(ids, formatId, { signal, tell } = {}) {
      const [{ EXPORT_FORMATS }, { begin }] = await Promise.all([
        import('@/utils/formats'),
        import('@/utils/formats/written-file'),
      ]);
      const format = EXPORT_FORMATS.find(({ id }) => id === formatId);
      if (!format) throw new Error(`Offprint does not know the format “${formatId}”.`);
      const options = await library.citeOptions();
      const written = begin(format, options);
      const turn = turns(signal);
      tell?.(0, ids.length);
      const pieces: Blob[] = [];
      const read = async (start: number): Promise<readonly Citable[]> => {
        if (start % KEYS_AT_ONCE === 0) {
          await library.pinKeys(ids.slice(start, start + KEYS_AT_ONCE));
        }
        return citables(ids.slice(start, start + READ_AT_ONCE));
      };
      let next = read(0);
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
        tell?.(Math.min(start + READ_AT_ONCE, ids.length), ids.length);
      }
      const { content, count, findings, extension, mediaType } = await written.end();
      const fileName = `offprint-${localDay(new Date())}.${extension}`;
      return {
        fileName,
        content: new Blob([...pieces, content], { type: mediaType }),
        count,
        findings,
      };
    },
  };
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
