import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { localDay } from '@/utils/domain/day';
import type { Site } from '@/utils/sites/site';
import { documentOf } from './sites/saved-page';
import { constantOf, skeletonAdapter, withSite } from './sites/skeleton-adapter';

const USAGE = 'usage: npm run sites:new -- NAME URL FILE.html [--now YYYY-MM-DD]';
const INDEX = 'utils/sites/index.ts';

/** The reader asked for something that cannot be done; the message says what to do. */
class BadRequest extends Error {}

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof BadRequest)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

/** Writes the beginnings of an adapter, its line in the list, and its first fixture with what is read of it. */
async function run(args: string[]): Promise<void> {
  const { name, url, html, now } = requestIn(args);
  const page = `${name}--page-${now.slice(0, 4)}`;
  const files = {
    adapter: `utils/sites/${name}.ts`,
    fixture: `tests/fixtures/${page}.html`,
    reading: `tests/fixtures/${page}.json`,
  };
  const taken = Object.values(files).find((file) => existsSync(file));
  if (taken !== undefined) throw new BadRequest(`${taken} is there already; nothing was written.`);
  const index = withSite(readFileSync(INDEX, 'utf8'), name);
  if (index === undefined) throw new BadRequest(`${INDEX} has no list that can be added to.`);
  writeFileSync(files.adapter, skeletonAdapter(name, url), { flag: 'wx' });
  writeFileSync(INDEX, index);
  writeFileSync(files.fixture, `${firstLine(url, now)}\n${html}`, { flag: 'wx' });
  const module = (await import(pathToFileURL(files.adapter).href)) as Record<string, Site>;
  const site = module[constantOf(name)];
  if (!site) throw new Error(`${files.adapter} does not export ${constantOf(name)}.`);
  const read = readingOf(site, html, url, now);
  writeFileSync(files.reading, `${JSON.stringify(read, null, 2)}\n`, { flag: 'wx' });
  console.log(`Written: ${Object.values(files).join(', ')}, and a line in ${INDEX}.`);
  console.log(
    'Next: your own words for titles, names and abstracts in the fixture; then the adapter.',
  );
}

type Request = {
  readonly name: string;
  readonly url: URL;
  readonly html: string;
  readonly now: string;
};

function requestIn(args: string[]): Request {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    strict: false,
    options: { now: { type: 'string' } },
  });
  const [name = '', address = '', file = '', ...more] = positionals;
  if (file === '' || more.length > 0) throw new BadRequest(USAGE);
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name) || /^(?:index|site)$/.test(name))
    throw new BadRequest(`“${name}” is no name for a site such as papers-cool; ${USAGE}`);
  if (!URL.canParse(address) || new URL(address).protocol !== 'https:')
    throw new BadRequest(`“${address}” is no https address; ${USAGE}`);
  const now = typeof values['now'] === 'string' ? values['now'] : localDay(new Date());
  if (!/^\d{4}-\d{2}-\d{2}$/.test(now)) throw new BadRequest(`“${now}” is no day; ${USAGE}`);
  if (!existsSync(file)) throw new BadRequest(`There is no file ${file}.`);
  return { name, url: new URL(address), html: readFileSync(file, 'utf8'), now };
}

function firstLine(url: URL, now: string): string {
  // Two hyphens and a bracket would end the comment.
  const noted = JSON.stringify({ url: url.href, now }).replaceAll('-->', '--%3E');
  return `<!-- ${noted.replace('","now":"', '", "now": "').replace('{"url":', '{"url": ')} -->`;
}

function readingOf(site: Site, html: string, url: URL, today: string): object {
  const { listing, understood, cards } = site.open({
    document: documentOf(html, url),
    url,
    today,
  });
  const papers = cards().map((card) => card.read().paper);
  return { listing, ...(!understood && { understood }), papers };
}
