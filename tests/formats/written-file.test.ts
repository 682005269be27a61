import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CITE_DEFAULTS } from '@/utils/domain/citing';
import { EXPORT_FORMATS } from '@/utils/formats';
import { exportText } from '@/utils/formats/format';
import { begin } from '@/utils/formats/written-file';
import { cited, paper } from './records';

const TEXT_FORMATS = EXPORT_FORMATS.filter(({ id }) => id !== 'markdown-note');
const PAPERS = Array.from({ length: 7 }, (_, index) =>
  cited(paper({ id: `arxiv:2611.0000${index + 1}`, title: `Lanterns, part ${index}` }), {
    key: `brook2026lanterns${index}`,
  }),
);

it('a file taken in pieces is the file written at once, in every format', async () => {
  expect(TEXT_FORMATS.length).toBeGreaterThan(6);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...TEXT_FORMATS),
      fc.array(fc.nat(3), { maxLength: 6 }),
      async (format, sizes) => {
        const file = begin(format, CITE_DEFAULTS);
        let text = '';
        let done = 0;
        for (const size of sizes) {
          file.add(PAPERS.slice(done, done + size));
          done = Math.min(done + size, PAPERS.length);
          text += file.take();
        }
        const { content, count } = await file.end();
        const whole = exportText(format, PAPERS.slice(0, done), CITE_DEFAULTS);
        expect(text + String(content)).toBe(whole.text);
        expect(count).toBe(whole.count);
      },
    ),
  );
});
