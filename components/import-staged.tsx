import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ImportPreview } from '@/utils/domain/library';
import { type PluralKey, counted, text } from '@/utils/strings';

type Remark = { readonly line: number; readonly reason: string; readonly text: string };

/** A file that was read and waits for the reader's word. */
export type StagedFile = {
  readonly task: string;
  readonly format: string;
  readonly preview: ImportPreview;
  readonly unreadable: readonly Remark[];
  readonly healed: readonly Remark[];
  readonly titles: readonly string[];
};

const COUNTS: readonly (readonly [keyof ImportPreview, PluralKey])[] = [
  ['added', 'importCountNew'],
  ['changed', 'importCountChanged'],
  ['known', 'importCountKnown'],
  ['unreadable', 'importCountUnreadable'],
];

export type ImportStagedProps = {
  readonly file: StagedFile;
  readonly onSave: () => void;
  readonly onDrop: () => void;
};

/** What a file holds and what saving it would do. */
export function ImportStaged({ file, onSave, onDrop }: ImportStagedProps): JSX.Element {
  const { format, preview, unreadable, healed, titles } = file;
  const useful = preview.added + preview.changed;
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const counts = COUNTS.filter(([name]) => preview[name] > 0).map(([name, key]) =>
    counted(key, preview[name]),
  );
  return (
    <section class="import-staged" aria-labelledby="import-found">
      <h2 id="import-found">
        {text('importFound', format, counts.join(' · ') || text('importNothing'))}
      </h2>
      <div class="editor-buttons">
        {useful > 0 ? (
          <button ref={first} type="button" class="button primary" onClick={onSave}>
            {counted('importTake', useful)}
          </button>
        ) : (
          <p>{text('importNothing')}</p>
        )}
        <button type="button" class="button" onClick={onDrop}>
          {text(useful > 0 ? 'cancel' : 'importAnother')}
        </button>
      </div>
      <Remarks heading="importUnreadableHeading" remarks={unreadable} count={preview.unreadable} />
      <Remarks heading="importHealedHeading" remarks={healed} count={healed.length} />
      {titles.length > 0 && (
        <>
          <h3>{text('importFirst')}</h3>
          <ul class="import-titles">
            {[...new Set(titles)].map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

type RemarksProps = {
  readonly heading: PluralKey;
  readonly remarks: readonly Remark[];
  readonly count: number;
};

function Remarks({ heading, remarks, count }: RemarksProps): JSX.Element | null {
  if (count === 0) return null;
  return (
    <details class="import-remarks" open={count < 20}>
      <summary>{counted(heading, count)}</summary>
      <ul>
        {remarks.map(({ line, reason, text: said }) => (
          <li key={`${line} ${reason} ${said}`}>
            {text('importRemark', line, reason)} {said !== '' && <code>{said.slice(0, 200)}</code>}
          </li>
        ))}
      </ul>
    </details>
  );
}
