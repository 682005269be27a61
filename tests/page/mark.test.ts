// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { arxivPaperId } from '@/utils/domain/paper-id';
import { type Marked, markVerdict, unmark } from '@/utils/page/mark';

function marked(): Marked & { readonly cell: Element } {
  const cell = document.createElement('div');
  const main = document.createElement('article');
  main.append(document.createElement('h3'));
  cell.append(main);
  const id = arxivPaperId('2401.00001');
  if (!id) throw new Error('the test has a wrong identifier');
  return { id, main, parts: [cell], anchor: main, cell };
}

describe('marks on a card', () => {
  it('names the paper and the verdict on its main element', () => {
    const card = marked();
    markVerdict(card, 'show');
    expect(card.main.getAttribute('data-offprint-paper')).toBe('arxiv:2401.00001');
    expect(card.main.getAttribute('data-offprint-verdict')).toBe('show');
  });

  it('makes the whole grid cell go when a card is hidden, and come back', () => {
    const card = marked();
    markVerdict(card, 'hide');
    expect(card.cell.hasAttribute('data-offprint-gone')).toBe(true);
    markVerdict(card, 'show');
    expect(card.cell.hasAttribute('data-offprint-gone')).toBe(false);
  });

  it('leaves the page as it was once removed', () => {
    const card = marked();
    const before = card.cell.outerHTML;
    for (const kind of ['collapse', 'hide', 'dim', 'highlight']) markVerdict(card, kind);
    unmark(card);
    expect(card.cell.outerHTML).toBe(before);
  });
});
