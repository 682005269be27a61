/** What a made-up card shows; what is not given is not on it. */
export type CardParts = {
  readonly id?: string;
  readonly href?: string;
  readonly title?: string;
  readonly votes?: string;
  readonly media?: string;
  readonly submitter?: string;
  readonly prose?: string;
  readonly foot?: string;
};

/** A card as the site draws it, with markup where texts go. */
export function article(parts: CardParts = {}): string {
  const { id = '2510.00001', title = 'A Title', media = '', submitter, prose = '' } = parts;
  const href = parts.href ?? `/papers/${id}`;
  const chip = submitter
    ? `<div class="pointer-events-none">Submitted by <img alt="" src="/avatars/u.svg"> ${submitter}</div>`
    : '';
  return `<article class="relative">${media && `<a href="${href}">${media}</a>`}${chip}<div>${parts.votes ?? ''}
    <h3><a href="${href}">${title}</a></h3> ${prose} <div>${parts.foot ?? ''}</div></div></article>`;
}

/** The box to vote as strangers see it. */
export function votes(count: string, id = '2510.00001'): string {
  return `<a href="/login?next=%2Fpapers%2F${id}"><div role="checkbox"><input type="checkbox" disabled> <svg></svg> <div class="leading-none">${count}</div></div></a>`;
}

/** The frame of a list page; `label` stands between the links to the days beside it. */
export function listPage(
  cards: string,
  {
    label = 'Oct 2',
    beside = '',
    props,
  }: { label?: string; beside?: string; props?: unknown } = {},
): string {
  const shipped =
    props === undefined
      ? ''
      : ` data-props="${escaped(typeof props === 'string' ? props : JSON.stringify(props))}"`;
  return `<!DOCTYPE html><body class="DailyPapersPage"><main><div data-target="DailyPapers"${shipped}><section>
    <div><h1>Daily Papers</h1><div>${beside || '<a href="/papers/date/2025-10-01"></a>'} <div>${label}</div> <a></a></div></div>
    <div class="relative grid gap-5">${cards}</div></section></div></main></body>`;
}

/** An entry of the data a list page ships. */
export function entry(id: string, paper: object = {}, more: object = {}): object {
  return { paper: { id, ...paper }, ...more };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
