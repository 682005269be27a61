import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PaperFacts, merge } from '@/utils/domain/merge';
import type { FieldSource, Paper, Reading } from '@/utils/domain/paper';
import { arxivPaperId, doiPaperId } from '@/utils/domain/paper-id';

const ID = arxivPaperId('2611.00001');
const NOW = '2026-11-23T08:00:00.000Z';
const LATER = '2026-11-24T08:00:00.000Z';

function reading(source: FieldSource, fields: Partial<Omit<Paper, 'id'>>): Reading {
  if (!ID) throw new Error('not an id');
  const paper: Paper = { id: ID, title: 'A Title', ...fields };
  const names = Object.keys(paper).filter((name) => name !== 'id');
  return { paper, sources: Object.fromEntries(names.map((name) => [name, source])) };
}

function merged(...readings: Reading[]): Paper {
  let facts: PaperFacts | undefined;
  for (const one of readings) facts = merge(facts, one, NOW);
  if (!facts) throw new Error('nothing to merge');
  return facts.paper;
}

describe('merging what was read of one paper', () => {
  it('keeps what a richer source said', () => {
    const api = reading('api:arxiv', { authors: ['Ada Example'], abstract: 'The whole text.' });
    const page = reading('page', { authors: ['A. Example'], abstract: 'The whole…', upvotes: 3 });
    for (const order of [
      [api, page],
      [page, api],
    ]) {
      expect(merged(...order)).toMatchObject({
        authors: ['Ada Example'],
        abstract: 'The whole text.',
        upvotes: 3,
      });
    }
  });

  it('keeps a title where a later reading has only an id to say, its own or that of an alias', () => {
    const known = reading('page', { title: 'Paper Boats' });
    expect(merged(known, reading('page', { title: 'arXiv:2611.00001' })).title).toBe('Paper Boats');
    const doi = doiPaperId('10.1000/boats');
    if (!doi) throw new Error('not a DOI');
    const byDoi = reading('page', { title: 'doi:10.1000/boats', aliases: [doi] });
    expect(merged(known, byDoi).title).toBe('Paper Boats');
    expect(merged(byDoi, known).title).toBe('Paper Boats');
  });

  it('never replaces a whole abstract by a clamped one of the same source', () => {
    const whole = reading('page', { abstract: 'The whole text of it.' });
    expect(merged(whole, reading('page', { abstract: 'The whole…' })).abstract).toBe(
      'The whole text of it.',
    );
  });

  it('follows the newest count of votes, also downwards', () => {
    expect(merged(reading('page', { upvotes: 9 }), reading('page', { upvotes: 8 })).upvotes).toBe(
      8,
    );
  });

  it('forgets “4 authors” when names arrive', () => {
    const counted = reading('page', { authorCount: 4 });
    const named = reading('api:arxiv', { authors: ['Ada Example', 'Bo Sample'] });
    const paper = merged(counted, named);
    expect(paper.authors).toHaveLength(2);
    expect(paper).not.toHaveProperty('authorCount');
    expect(merged(named, counted)).not.toHaveProperty('authorCount');
  });

  it('joins links of several pages', () => {
    const one = reading('page', { links: { page: 'https://one.example/' } });
    const other = reading('page', { links: { code: 'https://code.example/' } });
    expect(merged(one, other).links).toEqual({
      page: 'https://one.example/',
      code: 'https://code.example/',
    });
  });

  it('says who said so, and when', () => {
    const facts = merge(
      merge(undefined, reading('page', { upvotes: 1 }), NOW),
      reading('embedded', { abstract: 'A text.' }),
      LATER,
    );
    expect(facts.provenance.upvotes).toEqual({ source: 'page', at: NOW });
    expect(facts.provenance.abstract).toEqual({ source: 'embedded', at: LATER });
  });

  const source = fc.constantFrom<FieldSource>('page', 'embedded', 'api:arxiv', 'reader');
  const anyReading = fc
    .record(
      {
        title: fc.constantFrom('A Title', 'Another Title'),
        authors: fc.constantFrom(['Ada Example'], ['Ada Example', 'Bo Sample']),
        authorCount: fc.integer({ min: 1, max: 5 }),
        abstract: fc.constantFrom('Short.', 'A longer text.'),
        upvotes: fc.nat(9),
        links: fc.constantFrom({ page: 'https://a.example/' }, { code: 'https://b.example/' }),
      },
      { requiredKeys: ['title'] },
    )
    .chain((fields) => source.map((from) => reading(from, fields)));

  it('of the same reading again changes nothing, and gives back the very same facts', () => {
    fc.assert(
      fc.property(fc.array(anyReading, { minLength: 1, maxLength: 5 }), (readings) => {
        let facts: PaperFacts | undefined;
        for (const one of readings) facts = merge(facts, one, NOW);
        const [last] = readings.slice(-1);
        if (!facts || !last) throw new Error('nothing to merge');
        expect(merge(facts, last, LATER)).toBe(facts);
      }),
    );
  });

  it('never loses a field', () => {
    fc.assert(
      fc.property(anyReading, anyReading, (one, other) => {
        const known = merge(undefined, one, NOW);
        const names = Object.keys(merge(known, other, LATER).paper);
        const kept = Object.keys(one.paper).filter((name) => name !== 'authorCount');
        expect(names).toEqual(expect.arrayContaining(kept));
      }),
    );
  });
});
