import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { authorRow } from '@/utils/sites/arxiv/author-row';

/** A row of authors; `[Ada Example]` is a linked name. */
function row(text: string): Element {
  const html = text.replace(
    /\[([^\]]*)\]/g,
    (_, name: string) =>
      `<a href="https://arxiv.org/search/cs?searchtype=author&query=x">${name}</a>`,
  );
  return new JSDOM(`<div class="list-authors">${html}</div>`).window.document.body
    .firstElementChild as Element;
}

describe('a row of authors', () => {
  it.each([
    ['[Ada Example], [Bo Sample]', ['Ada Example', 'Bo Sample']],
    [
      'The [Lantern Collaboration], the [Kettle Group], [R. Abt]',
      ['Lantern Collaboration', 'Kettle Group', 'R. Abt'],
    ],
    ['Lantern Collaboration', ['Lantern Collaboration']],
    ['Kite Team: [Yan Bo], [Ada Example]', ['Kite Team', 'Yan Bo', 'Ada Example']],
    ['[A. Foo], CMX Collaboration, [B. Bar]', ['A. Foo', 'CMX Collaboration', 'B. Bar']],
    ['[A. Foo], Bo, [B. Bar]', ['A. Foo', 'Bo', 'B. Bar']],
    ['[A. Foo] (1 and 2), [B. Bar] (2) ((1) Tea House, (2) Kite Lab)', ['A. Foo', 'B. Bar']],
    ['[P. Curio] (Mary Curio Lab), [Mary Curio]', ['P. Curio', 'Mary Curio']],
    ['[A. Foo] for the [Lantern Collaboration]', ['A. Foo', 'Lantern Collaboration']],
    ['[P. Curio] &amp; [Mary Curio]', ['P. Curio', 'Mary Curio']],
    ['[A. Foo] (on behalf of the Lantern Collaboration)', ['A. Foo']],
    ['[A. Foo], [B. Bar] , et al. (11 additional authors not shown)', ['A. Foo', 'B. Bar']],
    ['(author list is unavailable)', []],
  ])('%s is read whole', (text, names) => {
    expect(authorRow(row(text))).toEqual({ names, isWhole: true });
  });

  it.each(['[Ada Example][Ada Example]', '[Ada Example], Somebody Unlinked Here, [Bo Sample]', ''])(
    '%j is doubted',
    (text) => expect(authorRow(row(text)).isWhole).toBe(false),
  );
});
