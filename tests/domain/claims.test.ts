import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertedDoi, publicationFrom, publicationOf } from '@/utils/domain/asserted-publication';
import { claimsOf } from '@/utils/domain/claims';
import { clausesOf } from '@/utils/domain/clauses';
import { readJournalReference } from '@/utils/domain/journal-reference';
import { HAS_RECORDS, records } from '../formats/records';

type ArxivRecord = {
  readonly comment: string | null;
  readonly doi: string | null;
  readonly journal_ref: string | null;
};

function plain(tex: string): string {
  return tex.replace(String.raw`K\^oky\^uroku`, 'Kôkyûroku');
}

/** What a comment claims, in short: `accepted ApJ 2007`. */
function said(comment: string): string[] {
  return claimsOf({ comment }).map(({ kind, venue, year, url }) =>
    [kind, venue, year && `(${year})`, url].filter((part) => part !== undefined).join(' '),
  );
}

describe('what a comment on the page claims', () => {
  it.each([
    // Comments of real papers.
    ['18 pages, 9 tables and 6 figures; accepted by ApJ. Added a reference', 'accepted ApJ'],
    [
      '14 pages; title changed; to appear in Experimental Mathematics',
      'accepted Experimental Mathematics',
    ],
    ['12 pages, 11 figures, ApJ accepted. Corrected typos', 'accepted ApJ'],
    ['7 pages, 4 figures, RV data added in paper. A&A in press', 'accepted A&A'],
    ['8 pages, 6 figures, accepted for publication in J. Fluid Mech.', 'accepted J. Fluid Mech'],
    ['3 pages, 3 figures. JACS, 2007, in press', 'accepted JACS, 2007 (2007)'],
    ['23 pages, submitted to and accepted for publication in ApJ', 'accepted ApJ'],
    ['Accepted for publication as an ApJ Letter. 14 pages, 3 figures.', 'accepted ApJ Letter'],
    ['Accepted at WACV 2026', 'accepted WACV 2026 (2026)'],
    ['20 pages, 14 figures. Camera-ready for WACV 2026', 'accepted WACV 2026 (2026)'],
    [
      'Accepted as a POSTER and for publication in the DCC 2024 proceedings',
      'accepted DCC 2024 proceedings (2024)',
    ],
    [
      'Accepted to appear at the Network and Distributed System Security (NDSS) Symposium 2026',
      'accepted Network and Distributed System Security (NDSS) Symposium 2026 (2026)',
    ],
    ['AACL 2025. Oral Presentation', 'accepted AACL 2025 (2025)'],
    [
      '5 pages, to appear in Proceedings of "Supernova 1987A: 20 Years after", Aspen, 2007',
      'accepted Proceedings of "Supernova 1987A: 20 Years after", Aspen, 2007 (2007)',
    ],
    [
      'Published in IEEE Communications Letters, 2025',
      'published IEEE Communications Letters, 2025 (2025)',
    ],
    ['11 pages, 3 figs; published version', 'published'],
    [
      'Published at http://dx.doi.org/10.1214/105 in the Annals of Applied Probability (http://www.imstat.org/aap/) by the Institute',
      'published Annals of Applied Probability http://dx.doi.org/10.1214/105',
    ],
    [
      'NeurIPS 2025 Workshop on Learning from Time Series for Health',
      'workshop NeurIPS 2025 Workshop on Learning from Time Series for Health (2025)',
    ],
    [
      'Published at NeurIPS 2025 Workshop on Foundation Models',
      'workshop NeurIPS 2025 Workshop on Foundation Models (2025)',
    ],
    [
      '11 pages, accepted at the 3rd Workshop on Imageomics (NeurIPS 2025)',
      'workshop 3rd Workshop on Imageomics (NeurIPS 2025) (2025)',
    ],
    ['Accepted by AAAIW2026', 'workshop AAAIW2026 (2026)'],
    ['workshop paper (not published)', 'workshop'],
    ['Submitted to Phys. Rev. Letters', 'submitted Phys. Rev. Letters'],
    [
      '2 pages, Submitted to the proceedings of SCES-07, Houston',
      'submitted proceedings of SCES-07, Houston',
    ],
    ['This work has been submitted to the IEEE for possible publication', 'submitted IEEE'],
    ['Under Review for ACL 2026', 'submitted ACL 2026 (2026)'],
    [
      'under peer review for acceptance to the Proceedings of PASC',
      'submitted Proceedings of PASC',
    ],
    ['This papers has been withdrawn', 'withdrawn'],
    ['withdrawn by arXiv administrators due to plagiarism', 'withdrawn'],
    [
      'Our code is available at https://github.com/zlab-princeton/SoFlow',
      'code https://github.com/zlab-princeton/SoFlow',
    ],
    ['Data are available at github.com/srl-ethz/sors.', 'code https://github.com/srl-ethz/sors'],
    // In the same manner.
    ['Accepted at NeurIPS 2024, 12 pages', 'accepted NeurIPS 2024 (2024)'],
    ['Published in TMLR (03/2024)', 'published TMLR (03/2024) (2024)'],
    ['ICLR 2025 Workshop on Lanterns', 'workshop ICLR 2025 Workshop on Lanterns (2025)'],
    ['To appear in the Journal of Light', 'accepted Journal of Light'],
    [
      'Models: https://huggingface.co/datasets/lamp/light/tree/main',
      'code https://huggingface.co/datasets/lamp/light',
    ],
  ])('%s → %s', (comment, claim) => {
    expect(said(comment)).toEqual([claim]);
  });

  it.each([
    '37 pages, 15 figures',
    'Not accepted at ICML 2024',
    'This paper was never published in a journal',
    'An erratum is in press',
    'Extended version of poster abstract accepted for presentation at ISFPGA 2026',
    'A preliminary version of this work was accepted at STOC 2020',
    'lightly edited version of officially submitted PhD thesis',
    'Talk given at the May 1991 Workshop on Mirror Symmetry',
    'Journal-ref removed (it was entered by mistake)',
    'Project page: https://lowlevelbanana.github.io/',
    'See https://huggingface.co/papers/2611.00001',
    'This article has not been withdrawn',
  ])('is nothing in: %s', (comment) => {
    expect(said(comment)).toEqual([]);
  });

  it('keeps the words it was read from, and reads what is submitted as submitted only', () => {
    const comment =
      'Submitted for inclusion in the proceedings of a meeting, to be published in Progress of Light';
    expect(claimsOf({ comment })).toMatchObject([{ kind: 'submitted', words: comment }]);
  });

  it('is said by the journal reference and the DOI, too', () => {
    expect(
      claimsOf({ journalRef: 'EPL, 78(2007)48001', doi: '10.1209/0295-5075/78/48001' }),
    ).toEqual([
      {
        kind: 'published',
        venue: 'EPL',
        year: '2007',
        url: 'https://doi.org/10.1209/0295-5075/78/48001',
        words: 'EPL, 78(2007)48001',
      },
    ]);
    expect(claimsOf({ doi: '10.1086/518646' })).toMatchObject([{ words: 'doi 10.1086/518646' }]);
    expect(
      claimsOf({ journalRef: 'Proceedings of the Lamp Workshop, pp. 1-9, 2019' }),
    ).toMatchObject([{ kind: 'workshop', year: '2019' }]);
    expect(claimsOf({ doi: '10.48550/arXiv.2611.00001' })).toEqual([]);
  });

  it('reads clauses apart, but not within shortened words', () => {
    expect(clausesOf('12 pages. To appear in Phys. Rev. B; code later. J. C. Light')).toEqual([
      '12 pages',
      'To appear in Phys. Rev. B',
      'code later',
      'J. C. Light',
    ]);
  });

  it.skipIf(!HAS_RECORDS)('is read from real comments as often as measured', () => {
    const counts: Record<string, number> = {};
    for (const { comment } of records<ArxivRecord[]>('arxiv-records')) {
      for (const { kind, venue } of claimsOf({ comment: comment ?? '' })) {
        const name = venue === undefined ? kind : `${kind} with venue`;
        counts[name] = (counts[name] ?? 0) + 1;
      }
    }
    expect(counts['accepted with venue']).toBeGreaterThanOrEqual(120);
    expect(counts['submitted with venue']).toBeGreaterThanOrEqual(25);
    expect(counts['withdrawn']).toBe(4);
  });
});

describe('a journal reference', () => {
  it.each([
    ['Phys.Rev.D76:013009,2007', 'Phys. Rev. D', '76', undefined, '013009', '2007'],
    ['Phys. Rev. D 76, 013009 (2007)', 'Phys. Rev. D', '76', undefined, '013009', '2007'],
    ['JHEP0707:002,2007', 'JHEP', '0707', undefined, '002', '2007'],
    [
      'Mon.Not.Roy.Astron.Soc.Lett.378:L54-L58,2007',
      'Mon. Not. Roy. Astron. Soc. Lett.',
      '378',
      undefined,
      'L54-L58',
      '2007',
    ],
    ['J. Fluid Mech. 585, 213-244 (2007)', 'J. Fluid Mech.', '585', undefined, '213-244', '2007'],
    [
      'J.Opt.Soc.Am.A 23(10): 2578-2591 (2006)',
      'J. Opt. Soc. Am. A',
      '23',
      '10',
      '2578-2591',
      '2006',
    ],
    ['Phys. Rev. A 76, 021601(R) (2007)', 'Phys. Rev. A', '76', undefined, '021601', '2007'],
    ['EPL, 78(2007)48001', 'EPL', '78', undefined, '48001', '2007'],
    [
      'J. Mach. Learn. Res. 21 (2020) 1-67',
      'J. Mach. Learn. Res.',
      '21',
      undefined,
      '1-67',
      '2020',
    ],
    [
      'Comm. Math. Helv. 84 (2009), No. 2, pp. 259--296.',
      'Comm. Math. Helv.',
      '84',
      '2',
      '259-296',
      '2009',
    ],
    ['Bernoulli 15, 1 (2009) 146-177', 'Bernoulli', '15', '1', '146-177', '2009'],
    ['SIGMA 6 (2010), 014, 36 pages', 'SIGMA', '6', undefined, '014', '2010'],
    [
      'IEEE Trans. Inf. Theory, vol. 55, no. 3, pp. 1218--1234, March 2009',
      'IEEE Trans. Inf. Theory',
      '55',
      '3',
      '1218-1234',
      '2009',
    ],
    [
      'Applicable Analysis, Volume 86, Issue 9, 2007, pp. 1117-1126.',
      'Applicable Analysis',
      '86',
      '9',
      '1117-1126',
      '2007',
    ],
    [
      'Annals of Applied Probability 2007, Vol. 17, No. 2, 741-779',
      'Annals of Applied Probability',
      '17',
      '2',
      '741-779',
      '2007',
    ],
    [
      'RIMS Kokyuroku, No.1551, pp.57-62 (2007)',
      'RIMS Kokyuroku',
      undefined,
      '1551',
      '57-62',
      '2007',
    ],
    ['J. Stat. Mech. (2007) P06012', 'J. Stat. Mech.', undefined, undefined, 'P06012', '2007'],
    [
      'Phys.Rev.D75:124007,2007; Erratum-ibid.D82:069904,2010',
      'Phys. Rev. D',
      '75',
      undefined,
      '124007',
      '2007',
    ],
    ['AIP Conf.Proc.937:43-50,2007', 'AIP Conf. Proc.', '937', undefined, '43-50', '2007'],
    [
      'Journal of Physics: Conference Series 1234 (2019) 012001',
      'Journal of Physics: Conference Series',
      '1234',
      undefined,
      '012001',
      '2019',
    ],
    [
      'Medical Image Analysis 2026',
      'Medical Image Analysis',
      undefined,
      undefined,
      undefined,
      '2026',
    ],
  ])('%s is read in parts', (text, container, volume, number, pages, year) => {
    const parts = { kind: 'article', container, volume, number, pages, year };
    expect({ ...readJournalReference(text) }).toEqual(JSON.parse(JSON.stringify(parts)));
  });

  it.each([
    ['Proceedings of NeurIPS 2021', { container: 'Proceedings of NeurIPS 2021', year: '2021' }],
    [
      'In: ICML 2024, PMLR 235:1-20',
      { container: 'ICML 2024', series: 'PMLR', volume: '235', pages: '1-20', year: '2024' },
    ],
    [
      'In Proceedings of the Ninth Conference on Machine Translation (WMT 2024), pages 788-792, 2024',
      {
        container: 'Proceedings of the Ninth Conference on Machine Translation (WMT 2024)',
        pages: '788-792',
        year: '2024',
      },
    ],
    [
      'Proceedings of the IJCAI-95 Workshop on Data, Montreal, (1995), 50-59',
      {
        container: 'Proceedings of the IJCAI-95 Workshop on Data, Montreal',
        pages: '50-59',
        year: '1995',
      },
    ],
    ['ICSE 2026', { container: 'ICSE 2026', year: '2026' }],
  ])('%s is read as proceedings', (text, parts) => {
    expect(readJournalReference(text)).toEqual({ kind: 'inproceedings', ...parts });
  });

  it.each([
    'Energy and Fuels (2007) sous presse',
    'P. Virnau, L. A. Mirny, M. Kardar, PLoS Comp Biol 2, 1074-1079 (2006)',
    'L. H. Friedman. Order of dots: Linear analysis. Journal of Nanophotonics, 1(1):013513, 2007',
  ])('stays whole where its parts are not sure: %s', (text) => {
    const reference = readJournalReference(text);
    expect(reference?.container).toBe(text);
    expect(Object.keys(reference ?? {}).toSorted()).toEqual(['container', 'kind', 'year']);
  });

  it.skipIf(!HAS_RECORDS)('of real papers is read in parts in nine of ten cases', () => {
    const given = records<ArxivRecord[]>('arxiv-records').flatMap((row) => row.journal_ref ?? []);
    const parted = given.filter((text) => readJournalReference(text)?.pages !== undefined);
    expect(parted.length / given.length).toBeGreaterThan(0.94);
  });

  it('takes any text, in no more time than its length allows', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 600 }), (text) => {
        readJournalReference(text);
        claimsOf({ comment: text });
      }),
    );
    const start = performance.now();
    for (const piece of [
      'A. ',
      'Proc. ',
      '1(',
      ', 20',
      'accepted and ',
      'Vol. ',
      'A1:',
      ' ',
      '((',
      '“',
      '2007 ',
    ]) {
      readJournalReference(piece.repeat(100_000 / piece.length));
      claimsOf({ comment: piece.repeat(100_000 / piece.length) });
    }
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('the published version that a page asserts', () => {
  it('has the parts of its journal reference, its DOI, and the words as evidence', () => {
    expect(
      publicationFrom({
        journalRef: 'Phys.Rev.D76:013009,2007',
        doi: '10.1103/PhysRevD.76.013009',
      }),
    ).toEqual({
      kind: 'article',
      source: 'page',
      evidence: 'Phys.Rev.D76:013009,2007; doi 10.1103/physrevd.76.013009',
      container: 'Phys. Rev. D',
      volume: '76',
      pages: '013009',
      year: '2007',
      doi: '10.1103/physrevd.76.013009',
    });
  });

  it('is none without either, and says no more than a DOI where there is only that', () => {
    expect(publicationFrom({})).toBeUndefined();
    expect(publicationFrom({ journalRef: ' ' })).toBeUndefined();
    expect(publicationFrom({ doi: '10.1086/518646' })).toEqual({
      kind: 'misc',
      source: 'page',
      evidence: 'doi 10.1086/518646',
      doi: '10.1086/518646',
    });
  });

  it.each([
    ['10.48550/arXiv.2611.00001', undefined],
    ['10.5281/zenodo.1', undefined],
    ['10.1101/2026.01.01.1', undefined],
    ['no doi', undefined],
    ['10.1007/s10714-007-0472-9 10.1142/S0218271808012449', '10.1007/s10714-007-0472-9'],
    ['10.1109/LCOMM.2025.3536182.', '10.1109/lcomm.2025.3536182'],
    ['10.1007/1; 10.1142/2', '10.1007/1'],
    ['10.1175/1520(1963)020<0130:DNF>2.0.CO;2', '10.1175/1520(1963)020<0130:dnf>2.0.co;2'],
  ])('of the DOI %s is %s', (doi, expected) => {
    expect(assertedDoi({ doi })).toBe(expected);
  });

  it('has its TeX read by whoever can', () => {
    const journalRef = String.raw`RIMS K\^oky\^uroku 7, 1-20 (2013)`;
    expect(publicationFrom({ journalRef }, plain)).toMatchObject({
      container: 'RIMS Kôkyûroku',
      evidence: journalRef,
    });
  });
});

describe('the published version of a paper', () => {
  it('is none when a file only said something beside its preprint', () => {
    const bare = {
      kind: 'misc',
      source: 'import',
      year: '2021',
      others: { note: 'Seen' },
    } as const;
    expect(publicationOf({ publication: bare })).toBeUndefined();
    expect(publicationOf({ publication: { ...bare, container: 'Tides' } })?.container).toBe(
      'Tides',
    );
  });

  it('is what its own page says where the file’s remark is none', () => {
    const bare = { kind: 'misc', source: 'import', others: { note: 'Seen' } } as const;
    const found = publicationOf({ publication: bare, doi: '10.1000/tide.1' });
    expect(found).toMatchObject({ source: 'page', doi: '10.1000/tide.1' });
  });
});
