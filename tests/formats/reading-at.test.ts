import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBareTitle } from '@/utils/domain/paper';
import { readingAt } from '@/utils/formats/read/reading-at';

test.each([
  ['https://arxiv.org/abs/2401.01234', 'arxiv:2401.01234'],
  ['https://arxiv.org/pdf/2401.01234v3', 'arxiv:2401.01234'],
  ['http://www.arxiv.org/pdf/2401.01234v3.pdf#page=4', 'arxiv:2401.01234'],
  ['https://arxiv.org/html/2401.01234v1/#S2.F1', 'arxiv:2401.01234'],
  ['https://arxiv.org/abs/math.GT/0309136', 'arxiv:math/0309136'],
  ['https://ar5iv.labs.arxiv.org/html/hep-th/9901001', 'arxiv:hep-th/9901001'],
  ['https://doi.org/10.48550/arXiv.2401.01234', 'arxiv:2401.01234'],
  ['https://huggingface.co/papers/2401.01234?utm=x', 'arxiv:2401.01234'],
  ['https://papers.cool/arxiv/2401.01234', 'arxiv:2401.01234'],
  ['https://papers.cool/venue/aB3dE6gH1j@OpenReview', 'openreview:aB3dE6gH1j'],
  ['https://papers.cool/venue/2024.acl-long.12@ACL', 'acl:2024.acl-long.12'],
  ['https://www.alphaxiv.org/abs/2401.01234v2', 'arxiv:2401.01234'],
  ['https://www.semanticscholar.org/arxiv/2401.01234', 'arxiv:2401.01234'],
  ['https://openreview.net/forum?id=aB3dE6gH1j', 'openreview:aB3dE6gH1j'],
  ['https://openreview.net/forum?noteId=zz_y8x7w6v&id=aB3dE6gH1j', 'openreview:aB3dE6gH1j'],
  ['https://openreview.net/pdf?id=aB3dE6gH1j', 'openreview:aB3dE6gH1j'],
  ['https://aclanthology.org/2024.acl-long.12/', 'acl:2024.acl-long.12'],
  ['https://aclanthology.org/P18-1001.pdf', 'acl:P18-1001'],
  ['https://pubmed.ncbi.nlm.nih.gov/31234567/?dopt=Abstract', 'pmid:31234567'],
  ['https://www.ncbi.nlm.nih.gov/pubmed/31234567', 'pmid:31234567'],
  ['https://europepmc.org/article/MED/31234567', 'pmid:31234567'],
  ['https://doi.org/10.1145/3292500.3330701', 'doi:10.1145/3292500.3330701'],
  ['https://doi.org/10.1002%2Fanie.201100001', 'doi:10.1002/anie.201100001'],
  [
    'https://dl.acm.org/doi/abs/10.1145/3292500.3330701?casa_token=1',
    'doi:10.1145/3292500.3330701',
  ],
  [
    'https://link.springer.com/content/pdf/10.1007/s11263-020-01333-y.pdf',
    'doi:10.1007/s11263-020-01333-y',
  ],
  [
    'https://www.frontiersin.org/articles/10.3389/fnins.2020.00001/full',
    'doi:10.3389/fnins.2020.00001',
  ],
  [
    'https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0123456&type=printable',
    'doi:10.1371/journal.pone.0123456',
  ],
  ['https://www.nature.com/articles/s41586-020-0001-2.pdf', 'doi:10.1038/s41586-020-0001-2'],
  ['https://www.biorxiv.org/content/10.1101/2024.01.02.573812v1', 'doi:10.1101/2024.01.02.573812'],
  [
    'https://www.biorxiv.org/content/10.1101/2024.01.02.573812v2.full-text',
    'doi:10.1101/2024.01.02.573812',
  ],
  [
    'https://www.medrxiv.org/content/10.1101/2024.01.02.573812v1.full.pdf+html',
    'doi:10.1101/2024.01.02.573812',
  ],
  ['https://www.medrxiv.org/content/10.1101/19001234', 'doi:10.1101/19001234'],
])('%s is about %s', (address, id) => {
  const reading = readingAt(address);
  expect(reading?.paper.id).toBe(id);
  expect(reading && isBareTitle(reading.paper)).toBe(true);
});

test('an address that holds two ids of one paper gives both', () => {
  expect(readingAt('https://doi.org/10.18653/v1/2024.acl-long.12')?.paper).toMatchObject({
    id: 'acl:2024.acl-long.12',
    aliases: ['doi:10.18653/v1/2024.acl-long.12'],
  });
});

test.each([
  'https://shop.example/item/2311.10234',
  'https://arxiv.org/list/cs.LG/2401',
  'https://arxiv.org/list/cs.LG/recent?skip=0&show=2000',
  'https://openreview.net/group?id=ICLR.cc/2024/Conference',
  'https://aclanthology.org/volumes/2024.acl-long/',
  'https://www.semanticscholar.org/paper/Paper-Boats/0123456789abcdef0123456789abcdef01234567',
  'https://huggingface.co/papers/date/2026-11-20',
  'https://www.nature.com/articles/',
  'chrome-extension://abc/arxiv/2401.01234',
  'javascript:"https://arxiv.org/abs/2401.01234"',
  'https://arxiv.org/abs/%E0%A4%A',
  'https://',
  '',
])('%s is about no paper', (address) => {
  expect(readingAt(address)).toBeUndefined();
});

test('no address makes it throw, or takes long', () => {
  fc.assert(
    fc.property(fc.webPath(), fc.string(), (path, query) => {
      readingAt(`https://arxiv.org${path}?id=${query}`);
    }),
  );
  for (const piece of ['10.1101/', '1.', '/a', '%2F', 'v1', '@ACL', '&id=']) {
    readingAt(`https://www.biorxiv.org/content/10.1101/${piece.repeat(2_000)}`);
  }
});
