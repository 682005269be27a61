import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bibtex } from '@/utils/formats/bibtex';
import { citationKey } from '@/utils/formats/citation-key';
import { cited, fieldsOf, paper } from './records';

const WHOLE = paper({
  id: 'arxiv:2106.09685',
  title: 'LoRA: Low-Rank Adaptation of Large Language Models',
  authors: ['Edward J. Hu', 'Yelong Shen'],
  published: '2021-06-17',
});

describe('the entry of a preprint', () => {
  it('prints its arXiv number once in every style, and its fields in order', () => {
    expect(bibtex([cited(WHOLE, { key: 'hu2021lora' })]).text).toBe(`@misc{hu2021lora,
  title        = {{LoRA}: Low-Rank Adaptation of Large Language Models},
  author       = {Hu, Edward J. and Shen, Yelong},
  year         = {2021},
  month        = jun,
  howpublished = {arXiv preprint arXiv:2106.09685},
  url          = {https://arxiv.org/abs/2106.09685}
}
`);
  });

  it('takes year and month from the identifier when nothing else tells', () => {
    const fields = fieldsOf(paper({ id: 'arxiv:0704.0001' }));
    expect([fields.get('year'), fields.get('month')]).toEqual(['2007', 'apr']);
    const old = fieldsOf(paper({ id: 'arxiv:hep-th/9901001' }));
    expect([old.get('year'), old.get('month')]).toEqual(['1999', 'jan']);
  });

  it('has the reader’s tags as keywords and the note on one line', () => {
    const fields = fieldsOf(WHOLE, { tags: ['to cite', 'a, b; c', '50 %'], note: 'ask\nAda & Bo' });
    expect(fields.get('keywords')).toBe(String.raw`to cite, a / b / c, 50 \%`);
    expect(fields.get('annote')).toBe(String.raw`ask Ada \& Bo`);
  });
});

describe('a paper whose authors nobody told us', () => {
  const counted = paper({ title: 'A Kettle That Waits', authorCount: 4 });

  it('gets no author field, says so in a field no style prints, and can be sorted', () => {
    const fields = fieldsOf(counted);
    expect(fields.has('author')).toBe(false);
    expect(fields.get('authorstatus')).toBe(
      'unknown: the listing gave no author names (4 authors)',
    );
    expect(fields.get('key')).toBe('A Kettle That Waits');
  });

  it('is warned about', () => {
    const { warnings } = bibtex([cited(counted, { key: 'arxiv261100001' })]);
    expect(warnings).toEqual([
      { code: 'authors-unknown', id: counted.id, title: 'A Kettle That Waits' },
    ]);
  });

  it('is never said to be by others', () => {
    expect(bibtex([cited(counted, { key: 'k' })]).text).not.toContain('and others');
    const some = paper({ authors: ['Ada Example'], authorCount: 4 });
    expect(fieldsOf(some).get('author')).toBe('Example, Ada and others');
  });
});

describe('an export of several papers', () => {
  it('leaves out the one that cannot be written, names it, and writes the others', () => {
    const broken = { ...WHOLE, authors: 7 as unknown as string[] };
    const { text, count, warnings } = bibtex([
      cited(broken, { key: 'broken' }),
      cited(WHOLE, { key: 'hu2021lora' }),
    ]);
    expect(count).toBe(1);
    expect(text).toMatch(/^@misc\{hu2021lora,/);
    expect(warnings).toMatchObject([{ code: 'unreadable', title: WHOLE.title }]);
  });

  it('says which characters classic LaTeX cannot print, and which were dropped', () => {
    const foreign = bibtex([cited(paper({ title: '扩散 Models 🎉' }))]);
    expect(foreign.text).toContain('扩散');
    expect(foreign.text).not.toContain('🎉');
    expect(foreign.warnings).toMatchObject([
      { code: 'authors-unknown' },
      { code: 'characters', detail: '扩散' },
      { code: 'dropped-characters', detail: '🎉' },
    ]);
  });
});

const PIECES =
  '$ { } \\ \\alpha ^ _ % & # ~ " $x_1$ and Größe \u202e LoRA \\input{x} \\end{document} @misc{ 🎉'.split(
    ' ',
  );

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc
    .array(fc.constantFrom(...PIECES, '\n', '\0', ''), { maxLength: 12 })
    .map((parts) => parts.join(' ')),
);

/** The depth of braces after each character; BibTeX counts them all, escaped or not. */
function depths(value: string): number[] {
  let depth = 0;
  return [...value].map((char) => (depth += char === '{' ? 1 : char === '}' ? -1 : 0));
}

describe('whatever stands in title, names, tags and note', () => {
  const anyPaper = fc.record({
    title: text,
    authors: fc.array(text, { maxLength: 3 }),
    tags: fc.array(text, { maxLength: 3 }),
    note: text,
  });

  it('stays inside its field: braces match, and no line ends early', () => {
    fc.assert(
      fc.property(anyPaper, ({ title, authors, tags, note }) => {
        const given = paper({ title, authors });
        const { text: entry } = bibtex([{ paper: given, key: 'key', tags, note }]);
        const at = depths(entry);
        expect(Math.min(...at)).toBeGreaterThanOrEqual(0);
        expect(at.slice(0, -2).every((depth, index) => depth > 0 || index < 5)).toBe(true);
        expect(at.at(-1)).toBe(0);
        const lines = entry.split('\n');
        expect(lines[0]).toBe('@misc{key,');
        expect(lines.slice(-2)).toEqual(['}', '']);
        const inner = lines.slice(1, -2);
        expect(inner.every((line) => /^ {2}[a-z]+ *= (?:\{.*\}|[a-z]{3}),?$/u.test(line))).toBe(
          true,
        );
      }),
      { numRuns: 400 },
    );
  });

  it('brings no command in that could run', () => {
    fc.assert(
      fc.property(anyPaper, ({ title, authors, tags, note }) => {
        const { text: entry } = bibtex([
          { paper: paper({ title, authors }), key: 'key', tags, note },
        ]);
        expect(entry).not.toMatch(
          /\\(?:input|include|write|end|begin|def|catcode|immediate)(?![a-z])/,
        );
      }),
      { numRuns: 400 },
    );
  });

  it('makes a key of small letters and digits', () => {
    fc.assert(
      fc.property(anyPaper, ({ title, authors }) => {
        expect(citationKey(paper({ title, authors }))).toMatch(/^[a-z0-9]{1,60}$/);
      }),
      { numRuns: 400 },
    );
  });
});
