import { assertedDoi } from '@/utils/domain/asserted-publication';
import type { Paper } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import type { Publication } from '@/utils/domain/publication';
import { CROSSREF_PAUSE_MS, fetchByDoi, searchCrossref } from './crossref';
import { DBLP_PAUSE_MS, searchDblp } from './dblp';
import type { Fetch } from './fetch-text';
import { type Silence, type Web, politely } from './polite';
import { S2_IDS_PER_REQUEST, S2_PAUSE_MS, fetchFromSemanticScholar } from './semantic-scholar';

/** Services that know published versions; each is asked only where the reader allowed it. */
export const LOOKUPS = ['crossref', 'dblp', 'semantic-scholar'] as const;
export type Lookup = (typeof LOOKUPS)[number];

export type FoundVersion = { readonly id: PaperId; readonly publication: Publication };

/** What came of looking for published versions; each paper is in one of the lists. */
export type PublishedVersions = {
  readonly found: readonly FoundVersion[];
  /** Every allowed service was asked and knows none: worth remembering, and asking again in months. */
  readonly none: readonly PaperId[];
  readonly missed: readonly Missed[];
};

type Missed = {
  readonly id: PaperId;
  /** Without authors no answer could be proved to be the same work. */
  readonly reason: Silence | 'permission' | 'authors';
  /** The service that was silent. */
  readonly lookup?: Lookup;
};

/** One kind of question, asked of every paper that has no answer yet. */
type Round = {
  readonly lookup: Lookup;
  readonly pause: number;
  readonly atOnce: number;
  suits(paper: Paper): boolean;
  ask(papers: readonly Paper[], fetch: Fetch, signal?: AbortSignal): Promise<Answers>;
};

type Answers = ReadonlyMap<PaperId, Publication>;

// The surest evidence first; the search that finds the most look-alikes last.
const ROUNDS: readonly Round[] = [
  {
    lookup: 'crossref',
    pause: CROSSREF_PAUSE_MS.work,
    atOnce: 1,
    suits: (paper) => assertedDoi(paper) !== undefined,
    ask: oneByOne((paper, fetch, signal) => fetchByDoi(assertedDoi(paper) ?? '', fetch, signal)),
  },
  { lookup: 'dblp', pause: DBLP_PAUSE_MS, atOnce: 1, suits: isInDblp, ask: oneByOne(searchDblp) },
  {
    lookup: 'semantic-scholar',
    pause: S2_PAUSE_MS,
    atOnce: S2_IDS_PER_REQUEST,
    suits: hasAuthors,
    ask: fetchFromSemanticScholar,
  },
  {
    lookup: 'crossref',
    pause: CROSSREF_PAUSE_MS.search,
    atOnce: 1,
    suits: hasAuthors,
    ask: oneByOne(searchCrossref),
  },
];

/**
 * Looks for the published versions of these papers, one question at a time, at the pace each service
 * wants. Stops asking a service that fails or stays busy, and everything when `signal` says; what
 * was found until then is returned. `onFound` takes answers as they come.
 */
export async function findPublished(
  papers: readonly Paper[],
  web: Web,
  allowed: readonly Lookup[],
  tell?: (done: number, total: number) => void,
  signal?: AbortSignal,
  onFound?: (found: readonly FoundVersion[]) => void | Promise<void>,
): Promise<PublishedVersions> {
  const found = new Map<PaperId, Publication>();
  const silent = new Map<PaperId, Missed>();
  const rounds = ROUNDS.filter(({ lookup }) => allowed.includes(lookup));
  for (const [index, { lookup, pause, atOnce, suits, ask }] of rounds.entries()) {
    const question = politely(web, pause, signal);
    const open = papers.filter((paper) => !found.has(paper.id) && suits(paper));
    for (let start = 0; start < open.length; start += atOnce) {
      const batch = open.slice(start, start + atOnce);
      const said = await question(() => ask(batch, web.fetch, signal));
      if (typeof said === 'string') {
        for (const { id } of batch) silent.set(id, { id, reason: said, lookup });
      } else {
        const answers = [...said.answer].map(([id, publication]) => ({ id, publication }));
        for (const { id, publication } of answers) found.set(id, publication);
        if (answers.length > 0) await onFound?.(answers);
      }
      const share = (index + (start + batch.length) / open.length) / rounds.length;
      tell?.(Math.floor(papers.length * share), papers.length);
    }
  }
  tell?.(papers.length, papers.length);
  return sorted(papers, found, silent, rounds.length > 0);
}

function sorted(
  papers: readonly Paper[],
  found: Answers,
  silent: ReadonlyMap<PaperId, Missed>,
  isAllowed: boolean,
): PublishedVersions {
  const rest = papers.filter(({ id }) => !found.has(id));
  const missed = rest.flatMap((paper): Missed | Missed[] => {
    const { id } = paper;
    if (!isAllowed) return { id, reason: 'permission' };
    return silent.get(id) ?? (hasAuthors(paper) ? [] : { id, reason: 'authors' });
  });
  const away = new Set(missed.map(({ id }) => id));
  return {
    found: [...found].map(([id, publication]) => ({ id, publication })),
    none: rest.flatMap(({ id }) => (away.has(id) ? [] : [id])),
    missed,
  };
}

function oneByOne(
  ask: (paper: Paper, fetch: Fetch, signal?: AbortSignal) => Promise<Publication | undefined>,
): Round['ask'] {
  return async (papers, fetch, signal) => {
    const answers = new Map<PaperId, Publication>();
    for (const paper of papers) {
      const publication = await ask(paper, fetch, signal);
      if (publication) answers.set(paper.id, publication);
    }
    return answers;
  };
}

function hasAuthors({ authors }: Paper): boolean {
  return authors !== undefined && authors.length > 0;
}

/** DBLP is of computer science; asking it for the rest of arXiv would only cost it. */
function isInDblp(paper: Paper): boolean {
  const { primaryCategory = 'cs' } = paper;
  return (
    hasAuthors(paper) && /^(?:cs|cmp-lg|eess|stat|math|q-bio|quant-ph)\b/.test(primaryCategory)
  );
}
