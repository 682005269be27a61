import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Paper } from '@/utils/domain/paper';
import { optionalSites, siteFor } from '@/utils/sites';

/** Pages as a site may change them over night; the same ones in every run. */
const CHANGES = 12;

const FIXTURES = 'tests/fixtures';
const names = readdirSync(FIXTURES)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replace('.html', ''))
  .filter((name) => optionalSites.some((site) => name.startsWith(`${site.id}--`)));

type Random = (below: number) => number;

/** Mulberry32: the same numbers from the same seed. */
function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

type Change = (element: Element, random: Random) => string | undefined;

const changes: readonly Change[] = [
  function renameClass(element) {
    if (!element.className) return undefined;
    element.setAttribute('class', `new-${element.getAttribute('class') ?? ''}`);
    return 'class renamed';
  },
  function renameClassEverywhere(element) {
    const [name] = element.classList;
    if (name === undefined) return undefined;
    const same = element.ownerDocument.body.querySelectorAll(`.${CSS_escape(name)}`);
    for (const other of same) other.classList.replace(name, `new-${name}`);
    return `class ${name} renamed everywhere`;
  },
  function wrap(element) {
    const wrapper = element.ownerDocument.createElement('div');
    element.replaceWith(wrapper);
    wrapper.append(element);
    return 'wrapped';
  },
  function wrapContents(element) {
    const wrapper = element.ownerDocument.createElement('div');
    wrapper.append(...element.childNodes);
    element.append(wrapper);
    return 'contents wrapped';
  },
  function dropAttribute(element, random) {
    const attributes = element.getAttributeNames();
    const name = attributes[random(attributes.length)];
    if (name === undefined) return undefined;
    element.removeAttribute(name);
    return `${name} dropped`;
  },
  function double(element) {
    element.after(element.cloneNode(true));
    return 'doubled';
  },
  function reverse(element) {
    // Words, names and formulas in another order are another text.
    if (element.children.length < 2 || isText(element)) return undefined;
    element.append(...[...element.children].reverse());
    return 'reversed';
  },
  function splitText(element) {
    for (const node of element.childNodes) {
      if (node.nodeType !== 3 || (node.nodeValue?.length ?? 0) < 2) continue;
      (node as Text).splitText(1);
      return 'text split';
    }
    return undefined;
  },
];

function CSS_escape(name: string): string {
  return name.replace(/[^\w-]/g, (character) => `\\${character}`);
}

function isText(element: Element): boolean {
  return [...element.childNodes].some(
    (node) => node.nodeType === 3 && /\w/.test(node.nodeValue ?? ''),
  );
}

function read(html: string, change?: (document: Document) => void) {
  const { url } = JSON.parse(/^<!-- (.*) -->/.exec(html)?.[1] ?? '') as { url: string };
  const address = new URL(url);
  const { document } = new JSDOM(html, { url }).window;
  change?.(document);
  const listing = siteFor(address)?.open({ document, url: address, today: '2026-11-26' });
  if (!listing) throw new Error(`No site claims ${url}`);
  const papers: Paper[] = listing.cards().map((card) => card.read().paper);
  return { understood: listing.understood, papers };
}

describe.each(names)('%s, disturbed', (name) => {
  it('is read exactly, or not understood and then never wrong', () => {
    const html = readFileSync(join(FIXTURES, `${name}.html`), 'utf8');
    const whole = read(html);
    const ids = new Set(whole.papers.flatMap(({ id, aliases = [] }) => [id, ...aliases]));
    for (let seed = 1; seed <= CHANGES; seed += 1) {
      const random = randomFrom(seed * 7919);
      let what: string | undefined;
      const disturbed = read(html, (document) => {
        const all = [...document.body.querySelectorAll('*')];
        for (let tries = 0; tries < 50 && what === undefined; tries += 1) {
          const element = all[random(all.length)];
          const label = element?.outerHTML.slice(0, 120);
          what = element && changes[random(changes.length)]?.(element, random);
          if (what !== undefined) what = `${seed}: ${what}: ${label}`;
        }
      });
      if (disturbed.understood) expect(disturbed.papers, what).toEqual(whole.papers);
      else for (const { id } of disturbed.papers) expect([...ids], what).toContain(id);
    }
  });
});
