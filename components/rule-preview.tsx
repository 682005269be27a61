import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { RulePreview } from '@/utils/domain/library';
import type { Rule } from '@/utils/domain/rule';
import { counted, text } from '@/utils/strings';

/** Tells again and again what a rule would have done, until the signal aborts. */
export type Preview = (
  rule: Pick<Rule, 'query' | 'unless'>,
  signal: AbortSignal,
) => AsyncIterable<RulePreview>;

export type RulePreviewProps = {
  readonly preview: Preview;
  /** The rule as it stands in the fields; absent while it is none. */
  readonly query: string | undefined;
  readonly unless: string;
};

const TYPING_PAUSE_MS = 150;

/** What a rule would have done to everything ever seen, while it is being written. */
export function RulePreviewList({ preview, query, unless }: RulePreviewProps): JSX.Element | null {
  const shown = usePreview(preview, query, unless);
  if (query === undefined || !shown) return null;
  const { looked, total, matching, saved, excepted, examples } = shown;
  const parts = [counted('previewMatching', matching, total)];
  if (saved > 0) parts.push(text('countSaved', saved));
  if (excepted > 0) parts.push(text('previewExcepted', excepted));
  if (looked < total) parts.push(text('previewLooked', looked));
  return (
    <div class="rule-preview">
      <p role="status">{parts.join(' · ')}</p>
      {examples.length > 0 && (
        <ul aria-label={text('previewExamples')}>
          {examples.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function usePreview(
  preview: Preview,
  query: string | undefined,
  unless: string,
): RulePreview | undefined {
  const [shown, setShown] = useState<RulePreview>();
  useEffect(() => {
    if (query === undefined) return undefined;
    const stop = new AbortController();
    const look = async (): Promise<void> => {
      const rule = unless === '' ? { query } : { query, unless };
      for await (const next of preview(rule, stop.signal)) {
        if (stop.signal.aborted) return;
        setShown(next);
      }
    };
    const timer = setTimeout(() => {
      look().catch((error: unknown) => console.warn('Offprint could not preview a rule:', error));
    }, TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [preview, query, unless]);
  return shown;
}
