import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { readMarkdown } from '@/components/markdown';
import { markdownPieces } from '@/components/markdown-pieces';

const HOSTILE: Record<string, string> = {
  'emphasis that never closes': '*a_ '.repeat(8_000),
  'lists within lists': Array.from({ length: 600 }, (_, n) => `${' '.repeat(2 * n)}- a`).join('\n'),
  'quotes within quotes': `${'>'.repeat(3_000)} a`,
  'lists on one line': `${'- '.repeat(3_000)}a`,
  'links that never close': '[a](b '.repeat(5_000),
  'backticks of every length': Array.from({ length: 200 }, (_, n) => `${'`'.repeat(n + 1)}a`).join(
    '',
  ),
  'a hundred thousand brackets': '['.repeat(100_000),
  'definitions only': '[a]: b\n'.repeat(3_000),
};

// A piece takes some 30 ms; this many where tests share the machine.
const LONGEST_STEP_MS = 400;

test.each(Object.entries(HOSTILE))('reads %s without holding the page up', async (_, note) => {
  // Once without the clock, as after the first note.
  await readMarkdown('warm *up* [a](b)');
  let longest = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  });
  await readMarkdown(note);
  clearInterval(watch);
  expect(longest).toBeLessThan(LONGEST_STEP_MS);
});

test('cuts no fenced code at its blank lines, and lets every piece know where links lead', () => {
  const code = `\`\`\`\n${'line\n\n'.repeat(150)}\`\`\``;
  const pieces = markdownPieces(
    `${code}\n\n${'words and more. '.repeat(90)}\n\nsee [it][1]\n\n[1]: https://a.example`,
  );
  expect(pieces[0]?.source).toContain(code);
  expect(pieces.find(({ source }) => source.includes('see [it]'))?.source).toContain(
    '[1]: https://a.example',
  );
});

test('reads tables, task lists, strikethrough, bare addresses and links by label', async () => {
  const note =
    '| a | b |\n|---|---|\n| 1 | 2 |\n\n- [x] done ~~gone~~\n\nhttps://a.example [it][1]\n\n[1]: https://b.example';
  const { pieces } = await readMarkdown(note);
  const kinds = new Set(pieces.flatMap(kindsIn));
  for (const kind of ['table', 'delete', 'link', 'linkReference', 'definition'])
    expect(kinds).toContain(kind);
});

test('draws the beginning of a very long note, and says that it goes on', async () => {
  const { pieces, isCut } = await readMarkdown('a word. '.repeat(10_000));
  expect(isCut).toBe(true);
  expect(pieces.length).toBeGreaterThan(3);
});

function kindsIn(node: Nodes): string[] {
  return [node.type, ...('children' in node ? node.children.flatMap(kindsIn) : [])];
}
