import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Exported, FormatChoice } from '@/utils/domain/citing';
import type { Library } from '@/utils/domain/library';
import type { PaperId } from '@/utils/domain/paper-id';
import { counted, text } from '@/utils/strings';
import * as icons from './icon-outlines';
import { Icon } from './icons';
import { type Changes, failureText } from './use-changes';
import type { ExportPlace } from './use-export';

export type ExportWaysProps = {
  readonly ids: readonly PaperId[];
  readonly format: FormatChoice;
  readonly library: Pick<Library, 'sendToZotero'>;
  readonly place: ExportPlace & {
    readonly copy: (text: string) => Promise<void>;
    /** Asks the reader's leave to talk to Zotero; must run inside a click. */
    readonly askForZotero: () => Promise<boolean>;
  };
  readonly changes: Changes;
};

/** Where the papers can go. */
export function ExportWays(props: ExportWaysProps): JSX.Element {
  const { ids, format, place, changes } = props;
  const [progress, setProgress] = useState<{ done: number; total: number }>();
  const work = useRef<AbortController>(undefined);
  const first = useRef<HTMLButtonElement>(null);
  // Enter saves: whoever only wants the file need not look for the button.
  useEffect(() => first.current?.focus(), []);
  const write = async (take: Take): Promise<void> => {
    const controller = new AbortController();
    work.current = controller;
    setProgress({ done: 0, total: ids.length });
    try {
      const exported = await place.exporter.write(ids, format.id, {
        signal: controller.signal,
        tell: (done, total) => setProgress({ done, total }),
      });
      const said = await take(exported);
      changes.say({ text: said, tone: 'done' });
    } catch (error) {
      if (!controller.signal.aborted) changes.say({ text: failureText(error), tone: 'failed' });
    }
    setProgress(undefined);
  };
  if (progress) {
    return (
      <div class="export-ways">
        <progress
          value={progress.done}
          max={Math.max(1, progress.total)}
          aria-label={text('exporting')}
        />
        <span>{text('exportProgress', progress.done, progress.total)}</span>
        <button type="button" class="button small" onClick={() => work.current?.abort()}>
          {text('exportStop')}
        </button>
      </div>
    );
  }
  const empty = ids.length === 0;
  return (
    <div class="export-ways">
      <button
        ref={first}
        type="button"
        class="button primary"
        disabled={empty}
        onClick={() => void write(saved(place, format))}
      >
        <Icon outline={icons.download} />
        {text('exportSave')}
      </button>
      <button
        type="button"
        class="button"
        disabled={empty}
        onClick={() => void write(copied(place))}
      >
        {text('exportCopy')}
      </button>
      <ZoteroButton {...props} />
    </div>
  );
}

/** Hands the papers to the Zotero on this machine, on the reader's click alone. */
function ZoteroButton(props: Omit<ExportWaysProps, 'format'>): JSX.Element {
  const { ids, place, library, changes } = props;
  const [sending, setSending] = useState(false);
  const send = async (): Promise<void> => {
    if (!(await place.askForZotero())) {
      changes.say({ text: text('exportZoteroRefused'), tone: 'warning' });
      return;
    }
    setSending(true);
    try {
      const { sent, failed, target } = await library.sendToZotero(ids);
      const said = counted('exportSent', sent, target);
      changes.say(
        failed.length === 0
          ? { text: said, tone: 'done' }
          : { text: `${said} ${counted('exportUnsent', failed.length)}`, tone: 'warning' },
      );
    } catch (error) {
      // Zotero's own failures are whole sentences.
      const isZoteros = error instanceof Error && error.name === 'ZoteroFailed';
      changes.say({ text: isZoteros ? error.message : failureText(error), tone: 'failed' });
    }
    setSending(false);
  };
  return (
    <button
      type="button"
      class="button"
      disabled={ids.length === 0 || sending}
      onClick={() => void send()}
    >
      {text(sending ? 'exportSending' : 'exportToZotero')}
    </button>
  );
}

/** Takes what was written somewhere, and says so. */
type Take = (exported: Exported) => Promise<string> | string;

function saved(place: Pick<ExportPlace, 'saveFile'>, { name }: FormatChoice): Take {
  return (exported) => {
    place.saveFile(exported);
    return counted('exported', exported.count, name);
  };
}

function copied(place: ExportWaysProps['place']): Take {
  return async ({ content, count }) => {
    await place.copy(await content.text());
    return counted('exportCopied', count);
  };
}
