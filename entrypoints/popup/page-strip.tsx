import type { JSX } from 'preact';
import { useCallback, useReducer, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { PaperOffer, SiteOffer } from '@/components/page-offers';
import { PageStrip } from '@/components/page-report';
import type { Changes } from '@/components/use-changes';
import { useReading } from '@/components/use-reading';
import type { CardStatus } from '@/utils/domain/entry';
import type { Library } from '@/utils/domain/library';
import type { PageReport } from '@/utils/domain/listing';
import type { Reading } from '@/utils/domain/paper';
import { activePage, paperOn } from '@/utils/elsewhere/active-page';
import { readInTab } from '@/utils/elsewhere/registering';
import { askPage } from '@/utils/messages';
import { place } from '@/utils/own-page/place';
import { optionalSites } from '@/utils/sites';
import type { Site } from '@/utils/sites/site';
import { text } from '@/utils/strings';
import { switches } from '../elsewhere/switches';
import { reportText } from './report-text';

export type ActivePageProps = {
  readonly reads: Pick<Library, 'known'>;
  readonly library: Pick<Library, 'save'>;
  readonly changes: Changes;
};

/** What Offprint did on the page in the active tab, or could do there. */
export function ActivePageStrip({ reads, library, changes }: ActivePageProps): JSX.Element | null {
  const [turn, again] = useReducer<number, void>((count) => count + 1, 0);
  const look = useCallback(() => lookAtPage(reads), [reads]);
  const page = useReading(look, changes.revision + turn).value;
  if (page?.report) return <Report report={page.report} />;
  return (
    <>
      {page?.site && <Offer site={page.site} changes={changes} onSwitched={() => again()} />}
      {page?.paper && <Paper {...page.paper} library={library} changes={changes} />}
    </>
  );
}

type Page = {
  readonly report?: PageReport;
  /** A site that could be switched on. */
  readonly site?: Site;
  readonly paper?: { readonly reading: Reading; readonly status: CardStatus | undefined };
};

async function lookAtPage(reads: Pick<Library, 'known'>): Promise<Page> {
  const report = await askPage();
  if (report) return { report };
  const page = await activePage(browser);
  if (!page) return {};
  const url = new URL(page.address);
  const claiming = optionalSites.find((site) => site.claims(url));
  const isOff = claiming !== undefined && !(await switches.on()).has(claiming.id);
  if (claiming && !isOff) {
    const late = await readLate(claiming, page.tab);
    if (late) return { report: late };
  }
  const reading = await paperOn(page, browser);
  const known = reading && (await reads.known([reading.paper.id]));
  return {
    ...(isOff && { site: claiming }),
    ...(reading && { paper: { reading, status: known?.statuses[0] } }),
  };
}

/** What Offprint did on a page to which its script comes only now, if it comes. */
async function readLate(site: Site, tab: number): Promise<PageReport | undefined> {
  const isRunning = await readInTab(site, tab, browser).then(
    () => true,
    () => false,
  );
  return isRunning && (await comesToBeRead(LATE_MS)) ? askPage() : undefined;
}

function Report({ report }: { readonly report: PageReport }): JSX.Element {
  const { version } = browser.runtime.getManifest();
  return (
    <PageStrip
      report={report}
      reportText={reportText(report, version, navigator.userAgent)}
      copy={place.copy}
    />
  );
}

type OfferProps = {
  readonly site: Site;
  readonly changes: Changes;
  readonly onSwitched: () => void;
};

/** How long the page may take until it is read, in ms. */
const PATIENCE_MS = 6_000;
const LATE_MS = 1_500;
const STEP_MS = 150;

function Offer({ site, changes, onSwitched }: OfferProps): JSX.Element {
  const [isSwitching, setSwitching] = useState(false);
  const refuse = (): void =>
    changes.say({ text: text('switchRefused', site.name), tone: 'failed' });
  const switchOn = (): void => {
    setSwitching(true);
    switches
      .switchOn(site)
      .then(async (granted) => {
        if (!granted) return refuse();
        const isRead = await comesToBeRead(PATIENCE_MS);
        changes.say({
          text: text(isRead ? 'switchedOn' : 'switchedOnReload', site.name),
          tone: 'done',
        });
        onSwitched();
      }, refuse)
      .finally(() => setSwitching(false));
  };
  return <SiteOffer name={site.name} isSwitching={isSwitching} onSwitchOn={switchOn} />;
}

/** The worker puts the site's script into the page; then the page answers. */
async function comesToBeRead(patience: number): Promise<boolean> {
  for (let waited = 0; waited < patience; waited += STEP_MS) {
    if (await askPage()) return true;
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
  return false;
}

type PaperProps = NonNullable<Page['paper']> & Pick<ActivePageProps, 'library' | 'changes'>;

function Paper({ reading, status, library, changes }: PaperProps): JSX.Element {
  return (
    <PaperOffer
      title={reading.paper.title}
      entry={status?.entry}
      onSave={() => void changes.make(text('savedOne'), () => library.save(reading))}
    />
  );
}
