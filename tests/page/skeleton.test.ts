// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { skeletonOf } from '@/utils/page/skeleton';

test('the skeleton of a card has names alone: no word, no address, no number of a paper or reader', () => {
  document.body.innerHTML = `<article class="card paper-2611.20001" data-offprint-id="x" id="reader-7">
    <a class="title" href="/papers/2611.20001?user=ada" onclick="secret()"><em>A Secret Title</em></a>
    <svg class="icon"><path d="M0"></path></svg><offprint-tools class="ours"></offprint-tools>
    <p title="ada@example.org">An abstract.</p></article>`;
  const card = document.querySelector('article');
  expect(card && skeletonOf(card)).toBe(
    ['article.card [id]', '  a.title [href onclick]', '    em', '  svg.icon', '  p [title]'].join(
      '\n',
    ),
  );
});
