import { describe, expect, it } from 'vitest';
import { arxivIdOf, arxivPaperId, paperId, paperUrl } from '@/utils/domain/paper-id';

describe('the identity of a paper', () => {
  it.each([
    ['2310.09486', 'arxiv:2310.09486'],
    ['2310.09486v3', 'arxiv:2310.09486'],
    ['0704.0001', 'arxiv:0704.0001'],
    ['hep-th/9901001v2', 'arxiv:hep-th/9901001'],
    ['math.GT/0309136', 'arxiv:math/0309136'],
    [' 2310.09486 ', 'arxiv:2310.09486'],
  ])('of %s is %s, whatever the version', (text, id) => {
    expect(arxivPaperId(text)).toBe(id);
  });

  it.each(['', '2310', '2310.1', '2310.0948600', 'trending', '2310.09486v', '__proto__', 'x/1'])(
    'cannot be made of “%s”',
    (text) => {
      expect(arxivPaperId(text)).toBeUndefined();
    },
  );

  it('is checked when it comes from outside', () => {
    expect(paperId('arxiv:2310.09486v2')).toBe('arxiv:2310.09486');
    expect(paperId('arxiv:javascript')).toBeUndefined();
    expect(paperId('2310.09486')).toBeUndefined();
  });

  it('leads to the page at arXiv', () => {
    const id = arxivPaperId('hep-th/9901001');
    expect(id && paperUrl(id)).toBe('https://arxiv.org/abs/hep-th/9901001');
    expect(id && arxivIdOf(id)).toBe('hep-th/9901001');
  });
});
