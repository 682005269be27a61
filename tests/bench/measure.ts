import type { CDPSession, Page } from '@playwright/test';
import { devTools } from '../../scripts/browser/closed-roots';

/** What showing one page cost the thread the reader feels. */
export type Cost = {
  /** CPU time of the page's main thread in ms: scripts, style, layout, paint preparation. */
  readonly mainThread: number;
  /** Sum of the layout shifts without input, as the browser scores them. */
  readonly layoutShift: number;
};

/** The longest single tasks of that thread, in ms of CPU time. */
export type Tasks = {
  readonly longest: number;
  /** Among the tasks in which a script of an extension ran. */
  readonly longestOwn: number;
};

/** What is measured on one page: nothing at all, the least any program could do, and Offprint. */
export type Variant = 'page' | 'floor' | 'offprint';

/** All runs on listings of one size. */
export type Runs = {
  readonly costs: Readonly<Record<Variant, readonly Cost[]>>;
  readonly tasks: Readonly<Record<Exclude<Variant, 'floor'>, readonly Tasks[]>>;
};

/** Waits until a page has nothing more to do. */
export type Settled = (page: Page) => Promise<void>;

type TraceEvent = {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly tdur?: number;
  readonly dur?: number;
  readonly args?: {
    readonly beginData?: { readonly url?: string };
    readonly data?: { readonly url?: string };
  };
};

const CATEGORIES = 'toplevel,devtools.timeline,disabled-by-default-devtools.timeline';

/** Opens `url` in this fresh page, waits until `settled`, and says what it cost. */
export async function costOf(page: Page, url: string, settled: Settled): Promise<Cost> {
  const session = await devTools(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.addInitScript(countShifts);
  await page.goto(url, { waitUntil: 'load' });
  await settled(page);
  const { metrics } = await session.send('Performance.getMetrics');
  const layoutShift = await page.evaluate(() =>
    Number(document.documentElement.dataset['shift'] ?? 0),
  );
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  return { mainThread: seconds * 1000, layoutShift };
}

/** The same with a trace, which tells single tasks apart and makes all of them slower. */
export async function tasksOf(page: Page, url: string, settled: Settled): Promise<Tasks> {
  const trace = await startTrace(await devTools(page));
  await page.goto(url, { waitUntil: 'load' });
  await settled(page);
  return longestTasks(await trace(), url);
}

/** Runs in the page, before everything else there. */
function countShifts(): void {
  type Shift = PerformanceEntry & { readonly value: number; readonly hadRecentInput: boolean };
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries() as Shift[]) {
      if (!shift.hadRecentInput) sum += shift.value;
    }
    document.documentElement.dataset['shift'] = String(sum);
  }).observe({ type: 'layout-shift', buffered: true });
}

async function startTrace(session: CDPSession): Promise<() => Promise<TraceEvent[]>> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) events.push(event);
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES.split(',') },
  });
  return async () => {
    const complete = new Promise((resolve) => {
      session.once('Tracing.tracingComplete', resolve);
    });
    await session.send('Tracing.end');
    await complete;
    return events;
  };
}

/** The longest tasks of the thread that parsed the page. */
function longestTasks(events: readonly TraceEvent[], url: string): Tasks {
  const parsed = events.find(
    ({ name, args }) => name === 'ParseHTML' && args?.beginData?.url === url,
  );
  const here = events.filter(({ pid, tid }) => pid === parsed?.pid && tid === parsed.tid);
  const tasks = here.filter(({ name }) => name === 'RunTask');
  const scripts = here.filter(({ args }) => args?.data?.url?.startsWith('chrome-extension:'));
  const own = tasks.filter(({ ts, dur = 0 }) =>
    scripts.some((script) => script.ts >= ts && script.ts <= ts + dur),
  );
  return { longest: longest(tasks), longestOwn: longest(own) };
}

function longest(tasks: readonly TraceEvent[]): number {
  return Math.max(0, ...tasks.map(({ tdur, dur }) => (tdur ?? dur ?? 0) / 1000));
}
