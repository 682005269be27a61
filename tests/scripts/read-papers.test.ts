import { describe, expect, it } from 'vitest';
import { readPapers } from '../../scripts/export/read-papers';

const PAPER = { id: 'arxiv:2106.09685', title: 'Kites' };

function draftOf(item: object) {
  const [draft] = readPapers({ papers: [{ ...PAPER, ...item }] })?.drafts ?? [];
  return draft;
}

describe('papers as an import printed them', () => {
  it('keep their key, their other ids and their links', () => {
    const draft = draftOf({
      citationKey: 'brook2021kites',
      aliases: ['doi:10.1000/tide.1', 'nothing'],
      links: { page: 'https://example.org/kites', code: 7 },
    });
    expect(draft).toMatchObject({
      key: 'brook2021kites',
      paper: { aliases: ['doi:10.1000/tide.1'], links: { page: 'https://example.org/kites' } },
    });
    expect(draftOf({ key: 'own', citationKey: 'other' })?.key).toBe('own');
  });

  it.each([
    [{ publication: { kind: 'misc', others: { note: 'seen' } } }, false],
    [{ publication: { kind: 'misc', container: 'Tides' } }, true],
    [{ publication: { kind: 'article', container: 'Tides' } }, true],
    [{ publication: { kind: 'article', container: 'Tides' }, citesPublication: false }, false],
    [{ published_as: { journal: 'Tides' } }, true],
    [{}, false],
  ])('with %j are cited as published: %s', (item, cited) => {
    expect(draftOf(item)?.citesPublication).toBe(cited);
  });
});
