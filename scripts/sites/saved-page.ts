import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { JSDOM, VirtualConsole } from 'jsdom';
import { localDay } from '@/utils/domain/day';
import type { IsoDate } from '@/utils/domain/paper';
import { type Json, record, text } from './json';

/** A page as a browser or a person saved it. */
export type SavedPage = {
  readonly file: string;
  readonly html: string;
  /** Where it was; absent when nothing in or beside the file tells. */
  readonly url?: URL;
  readonly today: IsoDate;
};

/** All pages in a folder and the folders in it, in order of their names. */
export function savedPagesIn(folder: string): SavedPage[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.html?$/i.test(name))
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .sort()
    .map(savedPage);
}

/** A page with its address, which is looked for in the first line, in what browsers add, and beside the file. */
export function savedPage(file: string): SavedPage {
  const html = readFileSync(file, 'utf8');
  const head = html.slice(0, 200_000);
  const noted = notedIn(head);
  const told = [text(noted['url']), besides(file), savedFrom(head), ...addressesIn(head)];
  const address = told.find(
    (url) => url !== undefined && /^https?:/.test(url) && URL.canParse(url),
  );
  const today = text(noted['now']) ?? localDay(new Date());
  return { file, html, today, ...(address !== undefined && { url: new URL(address) }) };
}

/** The page as a document; style sheets it does not understand are passed over in silence. */
export function documentOf(html: string, url: URL): Document {
  return new JSDOM(html, { url: url.href, virtualConsole: new VirtualConsole() }).window.document;
}

/** `<!-- {"url": "…", "now": "…"} -->`, the first line of every fixture. */
function notedIn(head: string): Json {
  const [, noted = ''] = /^\s*<!-- (\{.*\}) -->/.exec(head) ?? [];
  return parsed(noted);
}

/** What browsers write on saving: `<!-- saved from url=(0029)https://… -->`. */
function savedFrom(head: string): string | undefined {
  return /<!-- saved from url=\(\d+\)(\S+) -->/.exec(head)?.[1];
}

/** `urls.json` beside a page has addresses by names of files. */
function besides(file: string): string | undefined {
  const list = join(dirname(file), 'urls.json');
  return existsSync(list) ? text(parsed(readFileSync(list, 'utf8'))[basename(file)]) : undefined;
}

function addressesIn(head: string): string[] {
  const { document } = new JSDOM(head).window;
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const shared = document.querySelector('meta[property="og:url"]')?.getAttribute('content');
  return [canonical, shared].flatMap((address) => address ?? []);
}

function parsed(json: string): Json {
  try {
    return record(JSON.parse(json));
  } catch {
    return {};
  }
}
