import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { JSDOM } from 'jsdom';
import { localDay } from '@/utils/domain/day';
import type { IsoDate, Paper, PaperId } from '@/utils/domain/paper';
import { siteFor } from '@/utils/sites';
import type { OpenListing, Site } from '@/utils/sites/site';

const USAGE = 'usage: npm run cards -- FILE.html --url URL [--now YYYY-MM-DD]';

/** The reader asked for something that cannot be done; the message says what to do. */
class BadRequest extends Error {}

type Request = { readonly html: string; readonly url: URL; readonly today: IsoDate };

try {
  process.stdout.write(`${JSON.stringify(cardsOf(readRequest(process.argv.slice(2))), null, 2)}\n`);
} catch (error) {
  if (!(error instanceof BadRequest)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

function readRequest(args: string[]): Request {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0 || values.url === undefined)
    throw new BadRequest(USAGE);
  if (!URL.canParse(values.url)) throw new BadRequest(`“${values.url}” is no address; ${USAGE}`);
  const today = values.now ?? localDay(new Date());
  if (!/^\d{4}-\d{2}-\d{2}$/.test(today) || Number.isNaN(Date.parse(today))) {
    throw new BadRequest(`“${today}” is no day like 2026-11-23; ${USAGE}`);
  }
  return { html: contentOf(file), url: new URL(values.url), today };
}

function parsed(args: string[]): { values: { url?: string; now?: string }; positionals: string[] } {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { url: { type: 'string' }, now: { type: 'string' } },
    });
  } catch (error) {
    throw new BadRequest(`${firstLine(error)}; ${USAGE}`);
  }
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new BadRequest(`Cannot read ${file}: ${firstLine(error)}`);
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}

/** What the adapter for this address reads from the page. */
function cardsOf({ html, url, today }: Request): object {
  const site = siteFor(url);
  if (!site) throw new BadRequest(`No adapter claims ${url.href}`);
  const { document } = new JSDOM(html, { url: url.href }).window;
  const open = site.open({ document, url, today });
  const papers = new Map<PaperId, Paper>();
  for (const paper of readAll(site, open)) {
    // A paper listed twice is one; the second card may say what the first does not.
    papers.set(paper.id, { ...paper, ...papers.get(paper.id) });
  }
  const { listing, understood } = open;
  return { site: site.id, listing: { ...listing, understood }, papers: [...papers.values()] };
}

function readAll(site: Site, open: OpenListing): Paper[] {
  return open.cards().flatMap((card) => {
    try {
      return [card.read().paper];
    } catch (error) {
      process.stderr.write(
        `${site.id}: the card of ${card.id} cannot be read: ${firstLine(error)}\n`,
      );
      return [];
    }
  });
}
