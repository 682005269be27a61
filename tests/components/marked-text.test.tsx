// @vitest-environment jsdom
import { render } from 'preact';
import { expect, test } from 'vitest';
import { MarkedText } from '@/components/marked-text';

test.each([
  ['Detailed AI for AIs, AI', ['AI'], 'Detailed [AI] for AIs, [AI]'],
  ['Graph Distillation', ['Graph Distillation', 'Graph'], '[Graph Distillation]'],
  ['Cost (in $) a+b', ['$', 'a+b'], 'Cost (in [$]) [a+b]'],
  ['扩散模型的研究', ['模型'], '扩散[模型]的研究'],
  ['<b>bold</b>', ['b'], '<[b]>bold</[b]>'],
  ['Nothing', [''], 'Nothing'],
])('in “%s” the words %j are marked: %s', (text, words, expected) => {
  render(<MarkedText text={text} words={words} />, document.body);
  for (const mark of document.querySelectorAll('mark')) mark.textContent = `[${mark.textContent}]`;
  expect(document.body.textContent).toBe(expected);
  render(null, document.body);
});
