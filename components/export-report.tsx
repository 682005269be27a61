import type { JSX } from 'preact';
import { counted, text } from '@/utils/strings';
import { FindingList } from './finding-list';
import * as icons from './icon-outlines';
import { Icon } from './icons';
import type { Export, ExportState } from './use-export';

export type ExportReportProps = {
  readonly task: Export;
  readonly onPublished: (ids: Parameters<FindingListMends['onPublished']>[0]) => void;
  readonly duplicates: string;
};

type FindingListMends = Parameters<typeof FindingList>[0];

/** What an export wrote, what it lacks, and how to mend it. */
export function ExportReport(props: ExportReportProps): JSX.Element | null {
  const { state, dismiss } = props.task;
  if (state.kind === 'idle') return null;
  if (state.kind === 'writing') return <Writing state={state} stop={props.task.stop} />;
  return (
    <section class="export-report" aria-label={text('exportReport')}>
      <div class="export-lines" role="status">
        {state.kind === 'failed' ? (
          <p class="line failed">
            <Icon outline={icons.warning} />
            <span>{state.reason}</span>
          </p>
        ) : (
          <Written {...props} state={state} />
        )}
      </div>
      <button type="button" class="icon-button" aria-label={text('dismiss')} onClick={dismiss}>
        <Icon outline={icons.close} />
      </button>
    </section>
  );
}

type WritingProps = {
  readonly state: Extract<ExportState, { kind: 'writing' }>;
  readonly stop: () => void;
};

/** How far the export is. A short one is over before it is seen. */
function Writing({ state: { done, total }, stop }: WritingProps): JSX.Element {
  return (
    <section class="export-report writing" aria-label={text('exportReport')}>
      <progress value={done} max={Math.max(1, total)} aria-label={text('exporting')} />
      <span>{text('exportProgress', done, total)}</span>
      <button type="button" class="button small" onClick={stop}>
        {text('exportStop')}
      </button>
    </section>
  );
}

type WrittenProps = ExportReportProps & {
  readonly state: Extract<ExportState, { kind: 'written' }>;
};

function Written({ state, task, onPublished, duplicates }: WrittenProps): JSX.Element {
  const { exported, authors } = state;
  return (
    <>
      <p class="line done">
        <Icon outline={icons.check} />
        <span>{counted('exported', exported.count, task.format.name)}</span>
      </p>
      <FindingList
        findings={exported.findings}
        count={exported.count}
        authors={authors}
        onFetch={task.fetchAuthors}
        onFetchFromArxiv={task.fetchFromArxiv}
        onStop={task.stop}
        onAgain={() => task.run(state.scope)}
        againLabel={text('exportAgain')}
        onPublished={onPublished}
        duplicates={duplicates}
      />
    </>
  );
}
