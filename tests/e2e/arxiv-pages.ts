/** One entry of a made-up arXiv list. */
export type MadeEntry = {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly abstract?: string;
  readonly comment?: string;
  readonly categories: readonly (readonly [name: string, code: string])[];
  readonly listedAs: 'new' | 'cross' | 'replaced';
  readonly version?: number;
};

export const NEW_URL = 'https://arxiv.org/list/cs.CL/new';
export const SEARCH_URL = 'https://arxiv.org/search/?query=lanterns&searchtype=all';

// Of arXiv's own styles only what gives the list its shape.
const STYLE = `
  body { margin: 0; font: 14px/1.4 'Lucida Grande', helvetica, sans-serif } #content { padding: 0 30px 60px }
  dt { margin-top: 4px } dd { margin-left: 40px; padding-bottom: 1em } .descriptor { display: none }
  .list-title { font-size: large; font-weight: bold; line-height: 120%; margin-top: .25em }
  .list-authors { font-size: 110% } .list-comments, .list-subjects { font-size: 90% }`;

const SECTIONS = [
  ['new', 'New submissions'],
  ['cross', 'Cross submissions'],
  ['replaced', 'Replacement submissions'],
] as const;

/** `/list/…/new` in arXiv's markup of 2026. */
export function newPage(entries: readonly MadeEntry[]): string {
  let number = 0;
  const sections = SECTIONS.map(([kind, heading]) => {
    const own = entries.filter(({ listedAs }) => listedAs === kind);
    if (own.length === 0) return '';
    const items = own.map((entry) => itemOf(entry, (number += 1))).join('');
    return `<dl id='articles'><h3>${heading} (showing ${own.length} of ${own.length} entries)</h3>${items}</dl>`;
  });
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Computation and Language</title><style>${STYLE}</style></head><body><main><div id="content"><div id='content-inner'><div id='dlpage'>
<h1>Computation and Language</h1><ul><li><a href="#item0">New submissions</a></li></ul>
<h3>Showing new listings for Friday, 20 November 2026</h3>
<div class='paging'>Total of ${entries.length} entries</div>
${sections.join('\n')}
</div></div></div></main></body></html>`;
}

function itemOf(entry: MadeEntry, number: number): string {
  const { id, title, comment, abstract, version = 1 } = entry;
  return `
<dt>
  <a name='item${number}'>[${number}]</a>
  <a href ="/abs/${id}" title="Abstract" id="${id}">
    arXiv:${id}
  </a>
  ${kindOf(entry)}
  [<a href="/pdf/${id}" title="Download PDF" id="pdf-${id}" aria-labelledby="pdf-${id}">pdf</a>, <a href="https://arxiv.org/html/${id}v${version}" title="View HTML" id="html-${id}" aria-labelledby="html-${id}" rel="noopener noreferrer" target="_blank">html</a>, <a href="/format/${id}" title="Other formats" id="oth-${id}" aria-labelledby="oth-${id}">other</a>]
</dt>
<dd>
  <div class='meta'>
    <div class='list-title mathjax'><span class='descriptor'>Title:</span>
      ${title}
    </div>
    <div class='list-authors'>${authorsOf(entry)}</div>
    ${comment === undefined ? '' : `<div class='list-comments mathjax'><span class='descriptor'>Comments:</span>${comment}</div>`}
    <div class='list-subjects'><span class='descriptor'>Subjects:</span> ${subjectsOf(entry)}</div>
    ${abstract === undefined ? '' : `<p class='mathjax'>${abstract}</p>`}
  </div>
</dd>`;
}

function kindOf({ listedAs, categories }: MadeEntry): string {
  if (listedAs === 'cross') return `(cross-list from ${categories[0]?.[1]})`;
  return listedAs === 'replaced' ? '(replaced)' : '';
}

function authorsOf({ authors }: MadeEntry): string {
  return authors
    .map((name) => {
      const [given = '', family = ''] = name.split(' ');
      return `<a href="https://arxiv.org/search/cs?searchtype=author&amp;query=${family},+${given[0]}" rel="nofollow">${name}</a>`;
    })
    .join(', ');
}

function subjectsOf({ categories }: MadeEntry): string {
  const [primary, ...others] = categories.map(([name, code]) => `${name} (${code})`);
  return [`<span class="primary-subject">${primary}</span>`, ...others].join('; ');
}

/** A page of search results in arXiv's markup of 2025. */
export function searchPage(entries: readonly MadeEntry[]): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Search | arXiv e-print repository</title><style>body { margin: 0 30px; font: 16px/1.5 sans-serif } li { padding: 12px 0 } p { margin: 4px 0 } .title { font-weight: 600 } .tags, .list-title { display: inline-block }</style></head><body><main class="container" id="main-container">
<h1 class="title is-clearfix">Showing 1&ndash;${entries.length} of ${entries.length} results for all: <span class="mathjax">lanterns</span></h1>
<ol class="breathe-horizontal" start="1">${entries.map(resultOf).join('')}</ol></main></body></html>`;
}

function resultOf(entry: MadeEntry): string {
  const { id, title, abstract = '', categories } = entry;
  const tags = categories.map(
    ([name, code], at) =>
      `<span class="tag is-small ${at === 0 ? 'is-link' : 'is-grey'} tooltip is-tooltip-top" data-tooltip="${name}">${code}</span>`,
  );
  return `
<li class="arxiv-result">
  <div class="is-marginless">
    <p class="list-title is-inline-block"><a href="https://arxiv.org/abs/${id}">arXiv:${id}</a> <span>&nbsp;[<a href="https://arxiv.org/pdf/${id}">pdf</a>, <a href="https://arxiv.org/format/${id}">other</a>]&nbsp;</span></p>
    <div class="tags is-inline-block">${tags.join('')}</div>
  </div>
  <p class="title is-5 mathjax">${title}</p>
  <p class="authors"><span class="has-text-black-bis has-text-weight-semibold">Authors:</span> ${authorsOf(entry)}</p>
  <p class="abstract mathjax"><span class="search-hit">Abstract</span>:
    <span class="abstract-short has-text-grey-dark mathjax" id="${id}v1-abstract-short" style="display: inline;">${abstract.slice(0, 60)}&hellip; <a class="is-size-7" style="white-space: nowrap;" href="#more">&#9661; More</a></span>
    <span class="abstract-full has-text-grey-dark mathjax" id="${id}v1-abstract-full" style="display: none;">${abstract} <a class="is-size-7" style="white-space: nowrap;" href="#less">&#9651; Less</a></span>
  </p>
  <p class="is-size-7"><span class="has-text-black-bis has-text-weight-semibold">Submitted</span> 19 November, 2026; <span class="has-text-black-bis has-text-weight-semibold">originally announced</span> November 2026.</p>
</li>`;
}

const CL = ['Computation and Language', 'cs.CL'] as const;
const CV = ['Computer Vision and Pattern Recognition', 'cs.CV'] as const;
const ML = ['Machine Learning', 'stat.ML'] as const;

/** `count` entries of a day's list: three in four new, the rest cross-listed or replaced. */
export function madeEntries(count: number): MadeEntry[] {
  return Array.from({ length: count }, (_, index): MadeEntry => {
    const listedAs = index % 8 === 6 ? 'cross' : index % 8 === 7 ? 'replaced' : 'new';
    return {
      id: `2611.${String(index + 1).padStart(5, '0')}`,
      title: `${of(ADJECTIVES, index)} ${of(SUBJECTS, index * 7 + 3)} for ${of(FIELDS, index * 5 + 1)}, Part ${index + 1}`,
      authors: ['Ada Example', `Bo Sample${index % 40}`, 'Cy Specimen'],
      abstract:
        `We study ${of(SUBJECTS, index)} in ${of(FIELDS, index)}. Paper ${index + 1} compares it with ${of(SUBJECTS, index + 2)} on $n^2$ examples, and finds that it holds up. `.repeat(
          5,
        ),
      ...(index % 3 === 0 && { comment: `Accepted at EMNLP 2026, ${10 + (index % 9)} pages` }),
      categories: listedAs === 'cross' ? [CV, CL] : index % 5 === 0 ? [CL, ML] : [CL],
      listedAs,
      version: listedAs === 'replaced' ? 3 : 1,
    };
  });
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
