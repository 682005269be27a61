import type { DemoPaper } from './demo-paper';
import { make } from './make';

/** The organization's chip; where the site knows one, it stands in the authors' place. */
export function organization(
  document: Document,
  { name, fullname }: NonNullable<DemoPaper['organization']>,
): Element {
  return make(
    document,
    'a',
    {
      href: `/${name}`,
      class:
        'inline-flex min-w-0 max-w-full items-center rounded-full border border-blue-200/70 bg-blue-50 py-0.5 text-blue-700 px-2 text-sm gap-1.5 mt-1',
    },
    make(document, 'img', { src: ORGANIZATION_IMAGE, alt: name, class: 'size-3.5 rounded' }),
    document.createComment(''),
    ' ',
    make(document, 'span', { class: 'block min-w-0 truncate font-medium' }, fullname),
  );
}

const ORGANIZATION_IMAGE = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="#5b8def"/></svg>',
)}`;

/** A dot for each of the first five authors, and how many there are. */
export function authors(document: Document, paper: DemoPaper, href: string): Element {
  const count = paper.authors.length;
  const dots = paper.authors.slice(0, 5).map((name) =>
    make(document, 'li', {
      style: 'content-visibility:auto;',
      class:
        '-mr-2 h-4 w-4 md:h-5 md:w-5 bg-linear-to-br block flex-none rounded-full border-2 border-white from-gray-300 to-gray-100',
      title: name,
    }),
  );
  const total = make(
    document,
    'li',
    { class: 'text-xs order-first ml-3' },
    make(
      document,
      'div',
      { class: 'flex truncate text-sm text-gray-350 sm:text-base' },
      make(document, 'div', { class: 'mx-1' }, '·'),
      ` ${count} ${count === 1 ? 'author' : 'authors'}`,
    ),
    document.createComment(''),
  );
  return make(
    document,
    'a',
    { class: 'flex', href },
    make(
      document,
      'ul',
      { class: 'flex items-center text-gray-600 flex-row-reverse text-sm' },
      ...dots,
      document.createComment(''),
      ' ',
      total,
    ),
  );
}

/** Stars of the code and number of comments, both only where there are some. */
export function counts(document: Document, paper: DemoPaper, href: string): Element {
  const pill =
    'flex translate-y-px items-center gap-1 rounded-md border px-0.5 py-0.5 text-xs sm:px-1 sm:text-sm';
  const children: (Node | string)[] = [];
  if (paper.code) {
    const stars = make(document, 'span', {}, shortCount(paper.code.stars));
    children.push(
      make(
        document,
        'a',
        {
          class: `${pill} border-gray-100 text-gray-500`,
          href,
          'aria-label': `${paper.code.stars} stars`,
        },
        icon(
          document,
          '0 0 256 250',
          'M128 8 160 92 248 96 180 152 204 240 128 190 52 240 76 152 8 96 96 92z',
        ),
        stars,
      ),
    );
  }
  if (paper.comments > 0) {
    const comments = make(
      document,
      'a',
      {
        class: `${pill} border-blue-200 bg-blue-600/10 text-blue-500`,
        href: `${href}#community`,
      },
      icon(document, '0 0 24 24', 'M4 5h16v11H10l-5 4v-4H4z'),
      document.createComment(''),
      ` ${paper.comments}`,
    );
    children.push(
      make(
        document,
        'span',
        { class: 'inline-block ' },
        make(document, 'span', { class: 'contents' }, comments),
      ),
    );
  }
  return make(document, 'div', { class: 'flex items-center gap-2' }, ...children);
}

function icon(document: Document, viewBox: string, d: string): Element {
  return make(
    document,
    'svg',
    { 'aria-hidden': 'true', focusable: 'false', width: '1em', height: '1em', viewBox },
    make(document, 'path', { fill: 'currentColor', d }),
  );
}

function shortCount(count: number): string {
  return count < 1000 ? String(count) : `${(count / 1000).toFixed(2)}k`;
}
