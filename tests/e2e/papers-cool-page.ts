/** One paper of a made-up listing. */
export type CoolPaper = { readonly id: string; readonly title: string };

export const COOL_URL = 'https://papers.cool/arxiv/cs.LG';

/** A day's listing of papers.cool in the site's markup of October 2025. */
export function coolPage(papers: readonly CoolPaper[]): string {
  const cards = papers.map((paper, index) => card(paper, index + 1, papers.length)).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Machine Learning | Cool Papers</title></head>
<body><h1 class="notranslate">Machine Learning</h1><p class="info notranslate"><span class="shortcut sort-it" title="sort by reading stars"></span> |
Total: ${papers.length}</p><div class="papers">${cards}</div></body></html>`;
}

function card({ id, title }: CoolPaper, number: number, total: number): string {
  return `<div id="${id}" class="panel paper" keywords="boats">
<h2 class="title"><a href="https://arxiv.org/abs/${id}" target="_blank" title="${number}/${total}"><span class="index notranslate">#${number}</span></a>
<a id="title-${id}" class="title-link" href="/arxiv/${id}" target="_blank">${title}</a>
<a id="pdf-${id}" class="title-pdf notranslate" data="https://arxiv.org/pdf/${id}">[PDF<sup id="pdf-stars-${id}"></sup>]</a>
<a id="copy-${id}" class="title-copy notranslate">[Copy]</a></h2>
<p id="authors-${id}" class="metainfo authors notranslate"><strong>Authors</strong>:
<a class="author notranslate" href="https://arxiv.org/search/?searchtype=author&amp;query=Ada%20Example" target="_blank">Ada Example</a>,
<a class="author notranslate" href="https://arxiv.org/search/?searchtype=author&amp;query=Bo%20Sample" target="_blank">Bo Sample</a></p>
<p id="summary-${id}" class="summary">An invented abstract about ${title}.</p>
<p id="subjects-${id}" class="metainfo subjects"><strong>Subjects</strong>:
<a class="subject-1" href="/arxiv/cs.LG" target="_blank">Machine Learning</a></p>
<p id="date-${id}" class="metainfo date"><strong>Publish</strong>: 2026-11-20 10:00:00 UTC</p>
</div>`;
}
