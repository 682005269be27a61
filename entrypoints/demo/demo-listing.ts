import { sandboxPaperIds } from '@/utils/domain/sandbox';
import { arxivIdOf } from '@/utils/domain/paper-id';
import { card } from './card';
import { LISTED, embedded } from './embedded';
import { make } from './make';
import { demoPapers } from './papers';

/** The sandbox's listing: invented papers in the markup of a Hugging Face daily page of 2026. */
export function demoListing(document: Document): Element {
  const identifiers = sandboxPaperIds().map((id) => arxivIdOf(id) ?? id);
  const identifier = (index: number): string => identifiers[index] ?? '';
  const grid = make(
    document,
    'div',
    {
      class:
        'relative grid gap-5 *:[content-visibility:auto] grid-cols-1 lg:grid-cols-2 xl:grid-cols-3',
    },
    document.createComment(''),
    ...demoPapers.flatMap((paper, index) => [
      document.createComment(''),
      card(document, paper, identifier(index)),
    ]),
    document.createComment(''),
  );
  const section = make(
    document,
    'section',
    { class: 'container relative mb-20 mt-8 md:mt-14' },
    heading(document),
    ' ',
    grid,
  );
  const island = make(document, 'div', {
    class: 'SVELTE_HYDRATER contents',
    'data-target': 'DailyPapers',
    'data-props': embedded(demoPapers, identifier),
  });
  island.append(section);
  return make(
    document,
    'div',
    { class: 'flex min-h-dvh flex-col' },
    make(document, 'main', {}, island),
  );
}

function heading(document: Document): Element {
  const time = make(
    document,
    'div',
    { class: 'w-24 whitespace-nowrap text-center text-sm font-semibold text-gray-900' },
    new Date(LISTED).toLocaleDateString('en', { month: 'short', day: 'numeric', timeZone: 'UTC' }),
  );
  const period = make(
    document,
    'div',
    { class: 'ml-6 flex items-center overflow-hidden rounded-lg bg-gray-100' },
    time,
  );
  return make(
    document,
    'div',
    { class: 'mb-8 grid grid-cols-6 items-start md:mb-12 md:grid-cols-12 md:gap-x-4' },
    make(
      document,
      'div',
      { class: 'order-1 col-span-5 md:order-none md:col-span-10' },
      make(document, 'h1', { class: 'text-2xl font-bold md:text-3xl' }, 'Daily Papers'),
      ' ',
      make(
        document,
        'h2',
        { class: 'whitespace-nowrap text-gray-500' },
        'by nobody at all, and all invented',
      ),
    ),
    ' ',
    make(document, 'div', { class: 'order-2 col-span-6 md:col-span-2' }, period),
  );
}
