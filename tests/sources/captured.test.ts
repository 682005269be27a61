import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { arxivPaperId, type PaperId } from '@/utils/domain/paper-id';
import { fetchFromArxiv } from '@/utils/sources/arxiv-api';
import { fetchFromHuggingFace } from '@/utils/sources/hugging-face-api';

/** Real answers, beside the project where they are at hand; they are other people's and not kept here. */
const ANSWERS = '../shared/pages';

type HuggingFacePaper = { readonly id: string; readonly authors: readonly { name: string }[] };

function ids(...arxivIds: string[]): PaperId[] {
  return arxivIds.flatMap((arxivId) => arxivPaperId(arxivId) ?? []);
}

function arxiv(file: string, ...arxivIds: string[]) {
  const xml = readFileSync(`${ANSWERS}/arxiv-api/${file}`, 'utf8');
  return fetchFromArxiv(ids(...arxivIds), () => Promise.resolve(new Response(xml)));
}

function filesIn(folder: string): string[] {
  return existsSync(`${ANSWERS}/${folder}`) ? readdirSync(`${ANSWERS}/${folder}`) : [];
}

describe.skipIf(!existsSync(ANSWERS))('real answers', () => {
  it.each(filesIn('hf-api'))('of Hugging Face name every author in %s', async (file) => {
    const text = readFileSync(`${ANSWERS}/hf-api/${file}`, 'utf8');
    const listed = JSON.parse(text) as readonly { readonly paper: HuggingFacePaper }[];
    expect(listed.length).toBeGreaterThan(0);
    for (const { paper } of listed) {
      const [id] = ids(paper.id);
      if (!id) throw new Error(`${paper.id} is no arXiv id`);
      const reading = await fetchFromHuggingFace(id, () => Promise.resolve(Response.json(paper)));
      const names = paper.authors.map(({ name }) => name.replace(/\s+/g, ' ').trim());
      expect(reading?.paper.authors ?? []).toEqual(names.filter((name) => name !== ''));
    }
  });

  it('of arXiv are told apart by id, also old ones', async () => {
    const two = await arxiv(
      'atom-idlist-0808.05394_1707.08567-2026-04-12.xml',
      '0808.05394',
      '1707.08567',
    );
    expect([...two.keys()]).toEqual(ids('1707.08567'));
    for (const { paper } of two.values()) expect(paper.authors?.length).toBeGreaterThan(0);
    const old = await arxiv('atom-idlist-astro-ph_0601001-2026-05-11.xml', 'astro-ph/0601001');
    expect([...old.keys()]).toEqual(ids('astro-ph/0601001'));
  });

  it('of arXiv carry categories, comments and journal references', async () => {
    const old = await arxiv('atom-idlist-astro-ph_0601001-2026-05-11.xml', 'astro-ph/0601001');
    expect([...old.values()][0]?.paper).toMatchObject({
      primaryCategory: 'astro-ph',
      categories: ['astro-ph'],
      journalRef: 'ActaAstron.56:1-50,2006',
      comment: expect.stringContaining('Submitted to Acta Astronomica') as string,
      version: 1,
      updated: '2006-01-02',
    });
    const tested = await arxiv('atom-query-testing-start0-max10-2026-04-12.xml', '2202.12139');
    expect([...tested.values()][0]?.paper.doi).toBe('10.1109/icstw55395.2022.00035');
  });

  it('of arXiv that are errors name nobody', async () => {
    expect((await arxiv('atom-error-bad-id-abc-2026-04-12.xml', '2611.00001')).size).toBe(0);
  });
});
