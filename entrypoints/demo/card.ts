import { authors, counts, organization } from './card-foot';
import type { DemoPaper } from './demo-paper';
import { make } from './make';
import { pictureAddress } from './picture';

/** One card as Hugging Face has drawn it since 2026; class names are the site's, as of 2026-09-28. */
export function card(document: Document, paper: DemoPaper, identifier: string): Element {
  const href = `/papers/${identifier}`;
  const mark = (): Comment => document.createComment('');
  return make(
    document,
    'article',
    { class: 'relative flex flex-col overflow-hidden rounded-xl border' },
    picture(document, paper, href),
    mark(),
    submitter(document, paper),
    mark(),
    ' ',
    mark(),
    ' ',
    make(
      document,
      'div',
      { class: 'from-gray-50-to-white bg-linear-to-b -mt-2 flex px-6 pb-6 pt-8' },
      make(
        document,
        'div',
        { class: 'flex w-full gap-6' },
        upvotes(document, paper, identifier),
        mark(),
        ' ',
        text(document, paper, href),
      ),
    ),
  );
}

function picture(document: Document, paper: DemoPaper, href: string): Element {
  const image = make(document, 'img', {
    loading: 'lazy',
    src: pictureAddress(paper),
    decoding: 'async',
    alt: '',
    class: 'h-full w-full object-cover object-top opacity-80 dark:opacity-70 dark:invert',
  });
  return make(
    document,
    'a',
    {
      class:
        'shadow-alternate-sm peer relative block h-56 w-full cursor-pointer overflow-hidden rounded-xl bg-white md:h-64',
      href,
      // The site's own picture links have no name; ours have one, for readers who hear the page.
      'aria-label': paper.title,
    },
    make(
      document,
      'div',
      { class: 'relative flex h-full w-full items-center justify-center overflow-hidden ' },
      document.createComment(''),
      ' ',
      image,
    ),
    document.createComment(''),
  );
}

function submitter(document: Document, paper: DemoPaper): Element {
  return make(
    document,
    'div',
    {
      class:
        'shadow-xs pointer-events-none absolute right-2 top-56 -mt-8 flex h-6 items-center gap-1 self-end whitespace-nowrap rounded-md border bg-white px-2 text-xs leading-none text-gray-700 dark:bg-gray-900 dark:text-gray-400 sm:text-sm md:top-64',
    },
    'Submitted by ',
    make(document, 'div', { class: 'flex-none  ' }, avatar(document), document.createComment('')),
    document.createComment(''),
    ` ${paper.submitter}`,
  );
}

function avatar(document: Document): Element {
  return make(document, 'span', { class: 'avatar size-2.5 rounded-full' });
}

function upvotes(document: Document, paper: DemoPaper, identifier: string): Element {
  const arrow = make(
    document,
    'svg',
    { 'aria-hidden': 'true', width: '1em', height: '1em', viewBox: '0 0 12 12', class: 'text-sm' },
    make(document, 'path', { fill: 'currentColor', d: 'M6 2.5 10.5 9h-9z' }),
  );
  const box = make(
    document,
    'div',
    {
      role: 'checkbox',
      'aria-checked': 'false',
      'aria-label': `Upvote ${paper.title}`,
      class:
        'shadow-alternate flex h-14 w-12 gap-1 rounded-xl flex-none cursor-pointer select-none flex-col items-center justify-center self-start border-gray-300 bg-white dark:bg-gray-850 ',
    },
    make(document, 'input', { type: 'checkbox', class: 'peer hidden', disabled: '' }),
    ' ',
    arrow,
    document.createComment(''),
    ' ',
    make(
      document,
      'div',
      { class: 'leading-none' },
      paper.upvotes === 0 ? '-' : String(paper.upvotes),
    ),
  );
  return make(
    document,
    'div',
    { class: 'flex flex-wrap items-center gap-2.5 pt-1  z-1 lg:sticky lg:top-8' },
    make(
      document,
      'a',
      { class: 'self-start', href: `/login?next=${encodeURIComponent(`/papers/${identifier}`)}` },
      document.createComment(''),
      box,
      document.createComment(''),
    ),
  );
}

function text(document: Document, paper: DemoPaper, href: string): Element {
  const title = make(
    document,
    'a',
    { class: 'line-clamp-3 cursor-pointer text-balance', href },
    paper.title,
  );
  return make(
    document,
    'div',
    { class: 'w-full min-w-0' },
    make(
      document,
      'h3',
      {
        class:
          'mb-1 text-lg/6 font-semibold hover:underline peer-hover:underline 2xl:text-[1.2rem]/6',
      },
      title,
    ),
    ' ',
    make(
      document,
      'div',
      { class: 'flex min-w-0 items-center justify-between gap-1 sm:gap-2' },
      paper.organization
        ? organization(document, paper.organization)
        : authors(document, paper, href),
      document.createComment(''),
      ' ',
      counts(document, paper, href),
    ),
  );
}
