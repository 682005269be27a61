import type { DemoPaper } from './demo-paper';

/** The day the sandbox pretends to be. */
export const LISTED = '2026-11-20';

/** The data the site embeds beside its cards; the shape its daily listing had in 2026. */
export function embedded(
  papers: readonly DemoPaper[],
  identifier: (index: number) => string,
): string {
  return JSON.stringify({
    dateString: LISTED,
    dailyPapers: papers.map((paper, index) => entry(paper, identifier(index))),
    prevDate: '2026-11-19',
    periodType: 'day',
    query: {},
    isTrending: false,
  });
}

function entry(paper: DemoPaper, id: string): object {
  const { title, abstract, organization, code, summary } = paper;
  const submitter = { fullname: paper.submitter, name: paper.submitter, type: 'user' };
  return {
    paper: {
      id,
      title,
      summary: abstract,
      authors: paper.authors.map((name) => ({ name, hidden: false })),
      publishedAt: '2026-11-19T00:00:00.000Z',
      submittedOnDailyAt: `${LISTED}T00:00:00.000Z`,
      submittedOnDailyBy: submitter,
      upvotes: paper.upvotes,
      ai_keywords: paper.keywords,
      ...(summary !== undefined && { ai_summary: summary }),
      ...(code && { githubRepo: code.address, githubStars: code.stars }),
      ...(organization && { organization }),
    },
    title,
    summary: abstract,
    publishedAt: '2026-11-18T20:00:00.000Z',
    numComments: paper.comments,
    submittedBy: submitter,
    ...(organization && { organization }),
    upvoted: false,
  };
}
