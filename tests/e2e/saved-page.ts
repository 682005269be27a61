import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The markup of a saved page and the address it was saved from, which its first line tells. */
export function savedPage(name: string): { readonly url: string; readonly html: string } {
  const html = readFileSync(join('tests', 'fixtures', name), 'utf8');
  const { url } = JSON.parse(/^<!--\s*(\{.*?\})\s*-->/.exec(html)?.[1] ?? '{}') as { url?: string };
  if (!url) throw new Error(`${name} does not begin with <!-- {"url": "…"} -->`);
  return { url, html };
}
