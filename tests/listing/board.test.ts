// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { arxivPaperId } from '@/utils/domain/paper-id';
import { board } from '@/utils/listing/board';
import { MARKS, markVerdict } from '@/utils/page/mark';
import type { Card, OpenListing, Opening } from '@/utils/sites/site';

/** A page opened in one step. */
// oxlint-disable-next-line require-yield
function* opening(open: () => OpenListing): Opening {
  return open();
}

/** A site as plain as can be: `<article id="2401.00001">title</article>`. */
function listing(): OpenListing {
  return {
    listing: { kind: 'daily' },
    understood: true,
    cards: () => Array.from(document.querySelectorAll('article'), cardOf),
    list: () => document.body,
  };
}

function cardOf(main: Element): Card {
  const id = arxivPaperId(main.id);
  if (!id) throw new Error(`${main.id} is no arXiv identifier`);
  return {
    id,
    main,
    parts: [main],
    anchor: main,
    place: 'top',
    read() {
      const title = main.textContent?.trim() ?? '';
      if (title === '') throw new Error('no title');
      return { paper: { id, title }, sources: { title: 'page' } };
    },
  };
}

/** Reads a card as a busy machine does. */
function slowly(card: Card): ReturnType<Card['read']> {
  const end = performance.now() + 5;
  while (performance.now() < end);
  return card.read();
}

function article(id: string, title: string): HTMLElement {
  const element = document.createElement('article');
  element.id = id;
  element.textContent = title;
  document.body.append(element);
  return element;
}

describe('the board of a page', () => {
  beforeEach(() => {
    document.body.replaceChildren();
  });

  it('gives back only the cards that came since the last look', async () => {
    const cards = board({ open: () => opening(listing), onGone: () => {} });
    article('2401.00001', 'Gradient Descent');
    expect((await cards.scan()).map(({ card }) => card.id)).toEqual(['arxiv:2401.00001']);
    article('2401.00002', 'Gradient Ascent');
    expect((await cards.scan()).map(({ card }) => card.id)).toEqual(['arxiv:2401.00002']);
    expect(cards.states).toHaveLength(2);
  });

  it('reads a few cards that come later in one go, so that none shows before it is judged', async () => {
    const slow: OpenListing = {
      ...listing(),
      cards: () =>
        listing()
          .cards()
          .map((card) => ({ ...card, read: () => slowly(card) })),
    };
    const cards = board({ open: () => opening(() => slow), onGone: () => {} });
    article('2401.00001', 'Gradient Descent');
    await cards.scan();
    for (const id of ['2401.00002', '2401.00003', '2401.00004']) article(id, 'Gradient Ascent');
    let isFrameOver = false;
    setTimeout(() => (isFrameOver = true));
    expect(await cards.scan()).toHaveLength(3);
    expect(isFrameOver).toBe(false);
  });

  it('reads an element anew when the site puts another paper into it', async () => {
    const gone: string[] = [];
    const cards = board({ open: () => opening(listing), onGone: ({ card }) => gone.push(card.id) });
    const element = article('2401.00001', 'Gradient Descent');
    await cards.scan();
    element.id = '2401.00009';
    element.textContent = 'Newton Steps';
    const [fresh] = await cards.scan();
    expect(fresh?.reading?.paper.title).toBe('Newton Steps');
    expect(gone).toEqual(['arxiv:2401.00001']);
  });

  it('reads an element anew when its text changes under the same paper', async () => {
    const cards = board({ open: () => opening(listing), onGone: () => {} });
    const element = article('2401.00001', 'Gradient');
    await cards.scan();
    element.textContent = 'Gradient Descent, Revisited';
    await cards.scan();
    expect(cards.states[0]?.reading?.paper.title).toBe('Gradient Descent, Revisited');
  });

  it('takes its marks off a card that left, and says so', async () => {
    const gone: string[] = [];
    const cards = board({ open: () => opening(listing), onGone: ({ card }) => gone.push(card.id) });
    const element = article('2401.00001', 'Gradient Descent');
    const [state] = await cards.scan();
    if (state) markVerdict(state.card, 'collapse');
    element.remove();
    await cards.scan();
    expect(gone).toEqual(['arxiv:2401.00001']);
    expect(Object.values(MARKS).filter((name) => element.hasAttribute(name))).toEqual([]);
  });

  it('keeps the other cards when one cannot be read, and tries that one again', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const cards = board({ open: () => opening(listing), onGone: () => {} });
    const broken = article('2401.00001', '');
    article('2401.00002', 'Gradient Ascent');
    await cards.scan();
    expect(cards.unreadable).toBe(1);
    expect(cards.states[1]?.reading?.paper.title).toBe('Gradient Ascent');
    expect(warn).toHaveBeenCalledOnce();
    broken.textContent = 'Late Title';
    await cards.scan();
    expect(cards.unreadable).toBe(0);
  });

  it('has no cards where there is no listing', async () => {
    article('2401.00001', 'Gradient Descent');
    const cards = board({ open: () => undefined, onGone: () => {} });
    expect(await cards.scan()).toEqual([]);
    expect(cards.understood).toBe(false);
  });
});
