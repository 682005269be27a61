import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PageReport } from '@/utils/domain/listing';
import { counted, text } from '@/utils/strings';
import * as icons from './icon-outlines';
import { Icon } from './icons';

export type PageStripProps = {
  readonly report: PageReport;
  /** The report as text without anything that tells who or what was read. */
  readonly reportText: string;
  readonly copy: (text: string) => Promise<void>;
};

/** What Offprint did on the listing in the active tab. */
export function PageStrip({ report, reportText, copy }: PageStripProps): JSX.Element {
  if (report.understood) {
    return (
      <p class="page-strip">
        <Icon outline={icons.eyeOff} />
        <span>
          <span class="page-strip-where">{text('onThisPage')}</span> {summary(report)}
        </span>
      </p>
    );
  }
  return (
    <div class="page-strip warned" role="alert">
      <Icon outline={icons.warning} />
      <span>{text('pageNotUnderstood')}</span>
      <CopyReport reportText={reportText} copy={copy} />
    </div>
  );
}

function CopyReport({ reportText, copy }: Omit<PageStripProps, 'report'>): JSX.Element {
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none');
  const label = { none: 'copyReport', copied: 'reportCopied', failed: 'reportNotCopied' } as const;
  return (
    <button
      type="button"
      class="button small"
      title={text('copyReportHint')}
      onClick={() =>
        void copy(reportText).then(
          () => setOutcome('copied'),
          () => setOutcome('failed'),
        )
      }
    >
      <Icon outline={outcome === 'copied' ? icons.check : icons.copy} />
      {text(label[outcome])}
    </button>
  );
}

function summary({
  cards,
  concealed,
  byHand,
  asSeen,
  rules,
  paused,
  saved,
  unreadable,
}: PageReport): string {
  const parts = [counted('pagePapers', cards)];
  if (paused) parts.push(text('pagePaused'));
  else {
    const byRules = concealed - byHand - asSeen;
    if (byRules > 0) parts.push(counted('pageHiddenByRules', rules, byRules));
    if (byHand > 0) parts.push(text('hiddenByHand', byHand));
    if (asSeen > 0) parts.push(text('hiddenSeen', asSeen));
  }
  if (saved > 0) parts.push(counted('pageSaved', saved));
  if (unreadable > 0) parts.push(counted('pageUnreadable', unreadable));
  return parts.join(' · ');
}
