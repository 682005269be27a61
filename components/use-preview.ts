import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CiteOptions, Exported, FormatChoice } from '@/utils/domain/citing';
import type { PaperId } from '@/utils/domain/paper-id';
import { failureText } from './use-changes';
import type { Exporter } from './use-export';

/** Papers whose text is shown before they are exported. */
export const PREVIEWED = 20;

/** Papers that are looked at for what could be mended. */
export const INSPECTED = 2_000;

/** What an export would write, as far as it is known. */
export type Preview = {
  readonly text: string;
  readonly findings: Exported['findings'];
  readonly failure?: string;
};

const NOTHING: Preview = { text: '', findings: [] };

/** The first papers of an export as text, and what could be mended; new whenever anything changes. */
export function usePreview(
  exporter: Exporter,
  ids: readonly PaperId[] | undefined,
  format: FormatChoice,
  options: CiteOptions | undefined,
  revision: number,
): Preview {
  const [preview, setPreview] = useState(NOTHING);
  const latest = useRef<AbortController>(undefined);
  const look = useCallback(
    async (wanted: readonly PaperId[], signal: AbortSignal): Promise<void> => {
      const first = await exporter.write(wanted.slice(0, PREVIEWED), format.id, { signal });
      const text = await shownText(first);
      setPreview(({ findings }) => ({ text, findings }));
      const all = await exporter.write(wanted.slice(0, INSPECTED), format.id, { signal });
      setPreview({ text, findings: all.findings });
    },
    [exporter, format.id],
  );
  useEffect(() => {
    latest.current?.abort();
    if (!ids || !options) return undefined;
    const work = new AbortController();
    latest.current = work;
    look(ids, work.signal).catch((error: unknown) => {
      if (!work.signal.aborted) setPreview({ ...NOTHING, failure: failureText(error) });
    });
    return () => work.abort();
  }, [look, ids, options, revision]);
  return preview;
}

const LONGEST_SHOWN = 60_000;

/** A packed file shows nothing that could be read. */
async function shownText({ content, fileName }: Exported): Promise<string> {
  return content.type === 'application/zip'
    ? fileName
    : (await content.text()).slice(0, LONGEST_SHOWN);
}
