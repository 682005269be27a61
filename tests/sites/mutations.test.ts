import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { siteFor } from '@/utils/sites';
import type { Card, OpenListing, Site } from '@/utils/sites/site';
import { type Fixture, fixtures } from './fixture-pages';
import { type Mutation, elementsIn, mutate, mutationsOf, sampled } from './mutations';

// `MUTATIONS=all` tries every change on every page, `SEED=7` others.
const SEED = Number(process.env['SEED'] ?? 20_261_126);
const IS_ALL = process.env['MUTATIONS'] === 'all';
/** Of each adapter, over all its pages. */
const FEWEST = 200;
const LONG = 100_000;
const CHANGED = fixtures.filter(
  ({ expected }) => expected.understood !== false && expected.papers.length > 0,
);

/** So many of a page that its adapter has the fewest together; long pages have less of them. */
function countFor({ name, html }: Fixture): number {
  const [site = ''] = name.split('--');
  const pages = CHANGED.filter((fixture) => fixture.name.startsWith(`${site}--`));
  const share = Math.ceil(FEWEST / pages.length);
  if (IS_ALL) return Infinity;
  return html.length > LONG ? Math.ceil(share / 3) : share + 4;
}

const PATIENCE = IS_ALL ? 3_600_000 : 60_000;

describe.each(CHANGED.map((fixture) => [fixture.name, fixture] as const))('%s', (_, fixture) => {
  it(
    'changed in its markup, is read as before or not understood',
    () => {
      const { site, document } = openable(fixture);
      const before = readingOf(site, document, fixture);
      expect(before.understood).toBe(true);
      const original = scopeOf(site, document, fixture);
      const wrong: string[] = [];
      let scope = original;
      for (const mutation of sampled(mutationsOf(original), countFor(fixture), SEED)) {
        const changed = original.cloneNode(true) as Element;
        mutate(changed, mutation);
        scope.replaceWith(changed);
        scope = changed;
        const after = readingOf(site, document, fixture);
        if (!after.understood || after.text === before.text) continue;
        wrong.push(told(original, mutation, before.text, after.text));
      }
      expect(wrong, `seed ${SEED}`).toEqual([]);
    },
    PATIENCE,
  );
});

function openable({ html, url }: Fixture): { site: Site; document: Document } {
  const site = siteFor(url);
  if (!site) throw new Error(`No site claims ${url.href}`);
  return { site, document: new JSDOM(html, { url: url.href }).window.document };
}

function openOn(site: Site, document: Document, { url, now }: Fixture): OpenListing {
  return site.open({ document, url, today: now });
}

/** What encloses all cards; on the page of one paper all of its main part. */
function scopeOf(site: Site, document: Document, fixture: Fixture): Element {
  const parts = openOn(site, document, fixture)
    .cards()
    .flatMap((card) => card.parts);
  let scope = parts[0]?.parentElement;
  while (scope && !parts.every((part) => scope?.contains(part))) scope = scope.parentElement;
  const isOne = openOn(site, document, fixture).cards().length === 1;
  return (isOne ? scope?.closest('main') : scope) ?? document.body;
}

function readingOf(
  site: Site,
  document: Document,
  fixture: Fixture,
): { understood: boolean; text: string } {
  const listing = openOn(site, document, fixture);
  // Whole cards in another order are still read right.
  const lines = listing
    .cards()
    .map((card) => JSON.stringify(cardOf(card)))
    .sort();
  return {
    understood: listing.understood,
    text: [JSON.stringify(listing.listing), ...lines].join('\n'),
  };
}

function cardOf(card: Card): unknown {
  const { id, number, listedAs } = card;
  try {
    return { id, number, listedAs, paper: card.read().paper };
  } catch {
    return { id, number, listedAs, paper: 'unreadable' };
  }
}

function told(scope: Element, mutation: Mutation, before: string, after: string): string {
  const element = elementsIn(scope)[mutation.at];
  const [one, other] = [before.split('\n'), after.split('\n')];
  const index = one.findIndex((line, at) => line !== other[at]);
  const what = `${mutation.kind} ${mutation.detail}`;
  const where = `${element?.localName}.${element?.className} in ${element?.parentElement?.localName}.${element?.parentElement?.className}`;
  return `${what}: ${where}\n  was ${one[index]?.slice(0, 700)}\n  now ${other[index]?.slice(0, 700)}`;
}
