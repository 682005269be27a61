import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arxivPaperId, doiPaperId, paperId, paperUrl } from '@/utils/domain/paper-id';

describe('a paper id', () => {
  it.each([
    ['arxiv:2310.09486v3', 'arxiv:2310.09486'],
    ['arxiv:hep-th/9901001v2', 'arxiv:hep-th/9901001'],
    ['doi:10.1145/3292500.3330701', 'doi:10.1145/3292500.3330701'],
    ['doi:10.1103/PhysRevD.76.013009', 'doi:10.1103/physrevd.76.013009'],
    ['doi:10.48550/arXiv.2310.09486', 'arxiv:2310.09486'],
    ['openreview:bZ4fzw1iz7', 'openreview:bZ4fzw1iz7'],
    ['acl:2024.ACL-long.1', 'acl:2024.acl-long.1'],
    ['acl:p18-1001', 'acl:P18-1001'],
    ['pmid:12345678', 'pmid:12345678'],
    ['scholar:pYyS8T9g_kkJ', 'scholar:pYyS8T9g_kkJ'],
    ['scholar:kukA0LcAAAAJ:u-x6o8ySG0sC', 'scholar:kukA0LcAAAAJ:u-x6o8ySG0sC'],
  ])('has one form: %s is %s', (given, expected) => {
    expect(paperId(given)).toBe(expected);
  });

  it.each([
    '',
    ':',
    'arxiv:',
    'arxiv:v2',
    'constructor:x',
    '__proto__:x',
    'doi:11.1/x',
    'doi:10.1/ x',
    'scholar:short',
    'scholar:kukA0LcAAAAJ:',
    'scholar:kukA0LcAAAAJ:u-x6o8ySG0sC:u-x6o8ySG0sC',
    'scholar:kukA0LcAAA&J',
  ])('is not made of %j', (given) => {
    expect(paperId(given)).toBeUndefined();
  });

  it('is the same however a DOI is written', () => {
    for (const text of ['10.1145/ABC', 'https://doi.org/10.1145/ABC', 'doi: 10.1145/abc']) {
      expect(doiPaperId(text)).toBe('doi:10.1145/abc');
    }
    expect(doiPaperId('https://doi.org/10.48550/arXiv.2310.09486')).toBe(
      arxivPaperId('2310.09486'),
    );
  });

  it('leads to Google Scholar where nothing else names the paper', () => {
    const found = paperId('scholar:pYyS8T9g_kkJ');
    const listed = paperId('scholar:kukA0LcAAAAJ:u-x6o8ySG0sC');
    expect(found && paperUrl(found)).toBe(
      'https://scholar.google.com/scholar?q=info:pYyS8T9g_kkJ:scholar.google.com/',
    );
    expect(listed && paperUrl(listed)).toBe(
      'https://scholar.google.com/citations?view_op=view_citation&citation_for_view=kukA0LcAAAAJ:u-x6o8ySG0sC',
    );
  });

  it('stays what it is when checked again, and leads to the web or nowhere', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('arxiv', 'doi', 'openreview', 'acl', 'pmid', 'scholar', 'local'),
        fc.oneof(
          fc.string(),
          fc.stringMatching(/^10\.\d{4}\/\S+$/),
          fc.stringMatching(/^\w{8,20}$/),
        ),
        (kind, name) => {
          const id = paperId(`${kind}:${name}`);
          if (id === undefined) return;
          expect(paperId(id)).toBe(id);
          expect(paperUrl(id)).toMatch(/^(?:https:\/\/\S+)?$/);
        },
      ),
    );
  });
});
