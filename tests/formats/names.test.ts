import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorField } from '@/utils/formats/fields/bibtex-name';

function author(...names: string[]): string | undefined {
  return authorField(names, undefined);
}

describe('a name', () => {
  it.each([
    ['Ada Example', 'Example, Ada'],
    ['Ludwig van Beethoven', 'van Beethoven, Ludwig'],
    ['Juan de la Cruz', 'de la Cruz, Juan'],
    ['Hal Daumé III', String.raw`Daum{\'e}, III, Hal`],
    ['Robert W. Heath, Jr.', 'Heath, Jr., Robert W.'],
    ['Guido van Rossum III', 'van Rossum, III, Guido'],
    ['Riccardo De Santi', 'De Santi, Riccardo'],
    ['Mónica Núñez y Pérez', String.raw`N{\'u}{\~n}ez {y} P{\'e}rez, M{\'o}nica`],
    ['A.B. Example', 'Example, A. B.'],
    ['Plato', 'Plato'],
    ['bell hooks', 'hooks, bell'],
    ['Example, Ada', 'Example, Ada'],
    [String.raw`C. Bal\'azs`, String.raw`Bal{\'a}zs, C.`],
    ['张伟', '{张伟}'],
    ['OpenAI', '{OpenAI}'],
    ['The ATLAS Collaboration', '{The ATLAS Collaboration}'],
    ['Bo   Sample*', 'Sample, Bo'],
  ])('%s is written %s', (name, written) => {
    expect(author(name)).toBe(written);
  });
});

describe('a list of names', () => {
  it('holds every author', () => {
    const many = Array.from({ length: 560 }, (_, index) => `Ada Name${index}`);
    expect(author(...many)?.split(' and ')).toHaveLength(560);
  });

  it('is no list when nobody is known', () => {
    expect(author()).toBeUndefined();
    expect(author('et al.', ' ')).toBeUndefined();
  });

  it('ends in others where names are known to be left out', () => {
    expect(author('Ada Example', 'et al.')).toBe('Example, Ada and others');
    expect(author('Ada Example', '+12 authors')).toBe('Example, Ada and others');
    expect(authorField(['Ada Example'], 3)).toBe('Example, Ada and others');
    expect(authorField(['Ada Example'], 1)).toBe('Example, Ada');
  });

  it('keeps a name of a letter that stands for a mark alone', () => {
    expect(author('Tom and Jerry', 'ﹰ', 'Ada Example')).toBe(
      '{Tom and Jerry} and ﹰ and Example, Ada',
    );
  });

  it('has as many names for BibTeX as it was given, whatever they are', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .filter((text) => /\p{L}/u.test(text));
    const tricky = fc.constantFrom(
      'Tom and Jerry',
      'A, B, C, D',
      'and',
      'von and zu',
      'x{y',
      'x}y',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(name, tricky), { minLength: 1, maxLength: 5 }), (names) => {
        const known = names.filter((one) => author(one) !== undefined);
        const isCut = known.length < names.length;
        const expected = known.length === 0 ? 0 : known.length + (isCut ? 1 : 0);
        expect(namesIn(author(...names))).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });
});

/** How many names BibTeX sees: it parts them at the word `and` outside of braces. */
function namesIn(field: string | undefined): number {
  if (field === undefined) return 0;
  let depth = 0;
  let outside = '';
  for (const char of field) {
    if (char === '{') depth += 1;
    outside += depth === 0 ? char : 'x';
    if (char === '}') depth -= 1;
  }
  return outside.split(/\s+and\s+/i).length;
}
