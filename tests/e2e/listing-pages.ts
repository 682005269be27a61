/** One card of a made-up listing. What is absent, the card lacks. */
export type MadeCard = {
  readonly id: string;
  readonly title: string;
  /** Goes into the page's embedded data; a grid card shows none. */
  readonly abstract?: string;
  readonly authors?: readonly string[];
  readonly upvotes?: number;
  /** Markup as the site would never write it, put into the card as it is. */
  readonly rawTitle?: string;
};

export const DAILY_URL = 'https://huggingface.co/papers/date/2026-11-20';

// Enough of a look for the grid to have the heights and columns of the real one.
const STYLE = `
  body { margin: 0; font: 16px/1.5 sans-serif }
  main { max-width: 1200px; margin: auto; padding: 16px }
  .grid { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 20px }
  article { position: relative; display: flex; flex-direction: column; overflow: hidden; border: 1px solid #bbb; border-radius: 12px }
  article > a.peer { display: block; height: 224px; background: #eee }
  h3 { margin: 0; font-size: 18px }
  .flex.w-full { display: flex; gap: 16px } .min-w-0 { min-width: 0 } .px-6 { padding: 12px 24px 24px } ul { list-style: none; margin: 0; padding: 0 } dialog:not([open]) { display: none }`;

/** A daily listing in the site's markup of 2026, its embedded data included. */
export function dailyPage(cards: readonly MadeCard[], day = '2026-11-20'): string {
  const props = {
    date: `${day}T00:00:00.000Z`,
    dailyPapers: cards.map(entryOf),
    publisher: {},
    query: {},
  };
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Daily Papers - Hugging Face</title><style>${STYLE}</style></head>
<body class="DailyPapersPage"><main class="flex flex-1 flex-col"><div class="SVELTE_HYDRATER contents" data-target="DailyPapers" data-props="${escaped(JSON.stringify(props))}"><section class="container"><header><h1><a href="/papers">Daily Papers</a></h1></header><div class="relative grid gap-5 *:[content-visibility:auto] grid-cols-1 lg:grid-cols-2 xl:grid-cols-3"><!---->${cards.map(cardOf).join('<!---->')}</div></section></div></main></body></html>`;
}

/** `count` cards about different things, each with authors and an abstract in the embedded data. */
export function madeCards(count: number): MadeCard[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `2611.${String(index + 1).padStart(5, '0')}`,
    title: `${of(ADJECTIVES, index)} ${of(SUBJECTS, index * 7 + 3)} for ${of(FIELDS, index * 5 + 1)}, Part ${index + 1}`,
    abstract: `We study ${of(SUBJECTS, index)} in ${of(FIELDS, index)}. Paper ${index + 1} compares it with ${of(SUBJECTS, index + 2)}.`,
    authors: ['Ada Example', 'Bo Sample'],
    upvotes: (index * 37) % 211,
  }));
}

const ADJECTIVES = ['Steady', 'Frugal', 'Lazy', 'Bold', 'Patient'];
const SUBJECTS = [
  'Lantern Networks',
  'Paper Boats',
  'Tidal Attention',
  'Copper Graphs',
  'Orchard Search',
  'Marble Diffusion',
];
const FIELDS = ['Kite Flying', 'Bridge Repair', 'Bird Song', 'Tea Tasting'];

function of(words: readonly string[], index: number): string {
  return words[index % words.length] ?? '';
}

function entryOf({ id, title, abstract, authors, upvotes }: MadeCard): object {
  return {
    paper: {
      id,
      title,
      ...(abstract && { summary: abstract }),
      authors: (authors ?? []).map((name) => ({ name, hidden: false })),
      publishedAt: '2026-11-18T00:00:00.000Z',
      upvotes: upvotes ?? 0,
    },
    title,
    numComments: 2,
    publishedAt: '2026-11-18T00:00:00.000Z',
    submittedBy: { name: 'submitter', fullname: 'Sub Mitter', type: 'user' },
  };
}

function cardOf({ id, title, rawTitle, authors, upvotes }: MadeCard): string {
  const path = `/papers/${id}`;
  const byline = authors
    ? `<a href="${path}" class="flex"><ul>${authors.map((name) => `<li title="${escaped(name)}"></li>`).join('')}<li class="order-first"><div>·</div> ${authors.length} authors</li></ul></a>`
    : '';
  return `<article class="relative flex flex-col overflow-hidden rounded-xl border"><a class="shadow-alternate-sm peer relative block" href="${path}" aria-label="${escaped(title.slice(0, 80))}"></a><div class="from-gray-50-to-white px-6"><div class="flex w-full gap-6"><div class="flex flex-wrap"><a class="self-start" href="/login?next=%2Fpapers%2F${id}"><div class="shadow-alternate"><div class="leading-none">${upvotes ?? '-'}</div></div></a></div><div class="w-full min-w-0"><h3 class="mb-1"><a class="line-clamp-3 cursor-pointer text-balance" href="${path}">${rawTitle ?? escaped(title)}</a></h3><div class="flex items-center justify-between">${byline}<a href="${path}#community">2</a></div></div></div></div></article>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
