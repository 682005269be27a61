import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { JSDOM, VirtualConsole } from 'jsdom';
import { localDay } from '@/utils/domain/day';
import type { IsoDate, Paper } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
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
  process.stderr.write(`${oneLine(error.message)}\n`);
  process.exitCode = 2;
}

function readRequest(args: string[]): Request {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0 || values.url === undefined)
    throw new BadRequest(USAGE);
  if (!URL.canParse(values.url)) throw new BadRequest(`“${values.url}” is no address; ${USAGE}`);
  const today = values.now ?? localDay(new Date());
  if (!isDay(today)) {
    throw new BadRequest(`“${today}” is no day like 2026-11-23; ${USAGE}`);
  }
  return { html: contentOf(file), url: new URL(values.url), today };
}

function isDay(text: string): boolean {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  // 30 February is parsed as 2 March.
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text);
}

function parsed(args: string[]): { values: { url?: string; now?: string }; positionals: string[] } {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { url: { type: 'string' }, now: { type: 'string' } },
    });
  } catch (error) {
    throw new BadRequest(`${messageOf(error)}; ${USAGE}`);
  }
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new BadRequest(`Cannot read ${file}: ${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().slice(0, 1_000);
}

/** What the adapter for this address reads from the page. */
function cardsOf({ html, url, today }: Request): object {
  const site = siteFor(url);
  if (!site) throw new BadRequest(`No adapter claims ${url.href}`);
  // Without a console of its own, jsdom would tell of every style sheet it does not understand.
  const options = { url: url.href, virtualConsole: new VirtualConsole() };
  const { document } = new JSDOM(html, options).window;
  const open = site.open({ document, url, today });
  const papers = new Map<PaperId, Paper>();
  for (const paper of readAll(site, open)) {
    papers.set(paper.id, complemented(papers.get(paper.id), paper));
  }
  const { listing, understood } = open;
  return { site: site.id, listing: { ...listing, understood }, papers: [...papers.values()] };
}

/** A paper listed twice is one; the second card may say what the first does not. */
function complemented(known: Paper | undefined, more: Paper): Paper {
  return known ? { ...more, ...known, links: { ...more.links, ...known.links } } : more;
}

function readAll(site: Site, open: OpenListing): Paper[] {
  return open.cards().flatMap((card) => {
    try {
      return [card.read().paper];
    } catch (error) {
      const reason = oneLine(messageOf(error));
      process.stderr.write(`${site.id}: the card of ${card.id} cannot be read: ${reason}\n`);
      return [];
    }
  });
}
