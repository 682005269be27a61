import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineDiff } from '@/utils/formats/bib-file/diff';
import { citedIn, mergeIntoBibFile } from '@/utils/formats/bib-file/merge';
import { scanBibFile } from '@/utils/formats/bib-file/scan';
import { id } from './records';

const FRESH = {
  key: 'hu2021lora',
  text: '@misc{hu2021lora,\n  title = {{LoRA}}\n}\n',
  id: id('arxiv:2106.09685'),
  title: 'LoRA',
};

describe('cutting a file into pieces', () => {
  it('names entries, strings, comments and what stands between', () => {
    const text = `\ufeff% remark @misc{no, }\r\n@String{a = "b"}\r\n\t@ARTICLE (k:1, title = "x (y)")x\n@comment{ @misc{z,} }@misc{ title = {t}}`;
    expect(scanBibFile(text).map(({ kind, key, line }) => [kind, key, line])).toEqual([
      ['junk', '', 1],
      ['string', '', 2],
      ['junk', '', 2],
      ['entry', 'k:1', 3],
      ['junk', '', 3],
      ['comment', '', 4],
      ['entry', '', 4],
    ]);
  });

  it('goes on at the next line that starts an entry when braces do not match', () => {
    const pieces = scanBibFile(
      '@misc{a, title = {x {y},\n}\n@misc{b, n = {\n@misc{c}\n}}\n@misc{d,}',
    );
    expect(
      pieces.filter(({ kind }) => kind === 'entry').map(({ key, broken }) => [key, broken]),
    ).toEqual([
      ['a', true],
      ['b', false],
      ['d', false],
    ]);
  });

  it('loses no byte of any text', () => {
    const parts = [
      '@misc{',
      '@a(',
      '}',
      ')',
      '{',
      '\r\n',
      '\n',
      '%',
      '"',
      'k,',
      '@comment',
      '\t',
      ' ',
      '\ufeff',
    ];
    const any = fc
      .array(fc.oneof(fc.constantFrom(...parts), fc.string({ maxLength: 5 })))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(any, (text) => {
        const pieces = scanBibFile(text);
        expect(pieces.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });

  it('takes time that grows with the length alone', () => {
    const start = Date.now();
    for (const piece of ['@a{b,}\n', '@a{{{\n', '@a(', '@a{', '\n@a{\n', '%@a{'])
      scanBibFile(piece.repeat(50_000));
    expect(Date.now() - start).toBeLessThan(10_000);
  }, 20_000);
});

describe('merging into a reader’s file', () => {
  it.each(['\n', '\r\n'])('keeps every byte and adds at the end in its own line ends', (end) => {
    const file = `\ufeff@article{mine ,${end}\ttitle={X}  }${end}% done`;
    const { text, changes } = mergeIntoBibFile(file, [FRESH]);
    expect(text).toBe(file + end + end + FRESH.text.replaceAll('\n', end));
    expect(changes).toEqual([{ kind: 'added', id: FRESH.id, key: 'hu2021lora' }]);
  });

  it('says under which key a paper is there already, by identity or by key and title', () => {
    const file = '@misc{own,\n eprint={2106.09685v2}, title={L}}\n@misc{B, title={A {Kettle}}}\n';
    const kettle = { ...FRESH, key: 'b', id: id('local:abcdefgh1'), title: 'A Kettle' };
    const merged = mergeIntoBibFile(file, [FRESH, kettle]);
    expect(merged.text).toBe(file);
    expect(merged.changes).toMatchObject([
      { kind: 'known', key: 'own', line: 1 },
      { kind: 'known', key: 'B', line: 3 },
    ]);
  });

  it.each(['doi = {10.1000/Tide.1}', 'url = {https://doi.org/10.1000/tide.2}'])(
    'knows a paper whose publication or alias has the %s',
    (field) => {
      const aliases = [id('doi:10.1000/tide.1'), id('doi:10.1000/tide.2')];
      const file = `@article{printed, title={Otherwise}, ${field}}\n`;
      const { changes } = mergeIntoBibFile(file, [{ ...FRESH, aliases }]);
      expect(changes).toMatchObject([{ kind: 'known', id: FRESH.id, key: 'printed' }]);
    },
  );

  it('gives another work’s key a letter', () => {
    const { text, changes } = mergeIntoBibFile('@misc{HU2021LoRA, title={Else}}\n', [FRESH]);
    expect(text).toContain('\n@misc{hu2021loraa,\n');
    expect(changes).toMatchObject([{ kind: 'renamed', key: 'hu2021loraa', wanted: 'hu2021lora' }]);
  });

  it('changes nothing the second time', () => {
    const entry = {
      ...FRESH,
      text: FRESH.text.replace('title', 'url = {https://arxiv.org/abs/2106.09685},\n  title'),
    };
    const once = mergeIntoBibFile('', [entry, entry]).text;
    expect(mergeIntoBibFile(once, [entry]).text).toBe(once);
  });
});

describe('what a file cites', () => {
  it('is told by every identity, with key and line', () => {
    const file = '\n@article{v, doi={10.1000/X}, journal={CoRR}, volume={abs/1706.03762}}';
    expect(citedIn(file)).toEqual([
      { id: 'arxiv:1706.03762', key: 'v', line: 2 },
      { id: 'doi:10.1000/x', key: 'v', line: 2 },
    ]);
  });
});

describe('a difference of lines', () => {
  it('shows what was added with the lines around it', () => {
    expect(lineDiff('a\nb\nc\nd\n', 'a\nb\nc\nx\nd\n', 1)).toEqual({
      before: 3,
      after: 3,
      lines: [
        { kind: 'same', text: 'c' },
        { kind: 'added', text: 'x' },
        { kind: 'same', text: 'd' },
      ],
    });
    expect(lineDiff('a', 'a')).toBeUndefined();
  });
});
