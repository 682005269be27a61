import { assertedDoi } from './asserted-publication';
import { clausesOf } from './clauses';
import { readJournalReference } from './journal-reference';
import type { Paper } from './paper';
import { type VenueWords, conferenceIn, venueAfter, venueBefore, workshopIn } from './venue-words';

/** What a paper's own page may say of its fate, and of its code. */
const CLAIM_KINDS = [
  'accepted',
  'published',
  'workshop',
  'submitted',
  'withdrawn',
  'code',
] as const;
type ClaimKind = (typeof CLAIM_KINDS)[number];

/** One such claim. It proves nothing by itself: `words` are shown to the reader beside it. */
export type Claim = {
  readonly kind: ClaimKind;
  readonly venue?: string;
  readonly year?: string;
  readonly url?: string;
  readonly words: string;
};

const LONGEST = { comment: 2_000, words: 200 };

/** Everything that the page claims: by its journal reference and DOI, by the authors' remark as it goes on, and its code last. */
export function claimsOf(paper: Pick<Paper, 'comment' | 'journalRef' | 'doi'>): readonly Claim[] {
  const text = (paper.comment ?? '').slice(0, LONGEST.comment);
  const fates = clausesOf(text).flatMap((clause) => fateIn(clause) ?? []);
  return [...referredTo(paper), ...fates, ...codeIn(text)];
}

function referredTo(paper: Pick<Paper, 'journalRef' | 'doi'>): Claim[] {
  const reference = readJournalReference(paper.journalRef ?? '');
  const doi = assertedDoi(paper);
  if (reference === undefined && doi === undefined) return [];
  const { container, year } = reference ?? {};
  return [
    {
      kind: WORKSHOP.test(container ?? '') ? 'workshop' : 'published',
      ...(container !== undefined && { venue: container }),
      ...(year !== undefined && { year }),
      ...(doi !== undefined && { url: `https://doi.org/${encodeURI(doi)}` }),
      words: shortened(reference ? (paper.journalRef ?? '').trim() : `doi ${doi}`),
    },
  ];
}

// By name, or as conferences shorten theirs: `CVPRW 2024`.
const WORKSHOP = /\bworkshops?\b|^[A-Z]{3,}W\s?['’]?\d/i;

/** What one clause says; nothing where it says no, or speaks of another version. */
function fateIn(clause: string): Claim | undefined {
  if (WITHDRAWN.test(clause)) return { kind: 'withdrawn', words: shortened(clause) };
  if (DENIED.test(clause)) {
    return /\bworkshop paper\b/i.test(clause) ? claim('workshop', clause) : undefined;
  }
  if (OTHER_VERSION.test(clause)) return undefined;
  const text = clause.replace(ADDRESS, ' ');
  const submitted = SUBMITTED.exec(text);
  const accepted = ACCEPTED.exec(text);
  const isNews = submitted && accepted && followsAnd(text, submitted.index, accepted.index);
  if (submitted && !isNews) return claim('submitted', clause, venueAfter(text, endOf(submitted)));
  const appearing = APPEARING.exec(text);
  const said =
    accepted && appearing && appearing.index < accepted.index ? appearing : (accepted ?? appearing);
  if (said) return told('accepted', clause, text, said);
  const published = PUBLISHED.exec(text);
  return published ? told('published', clause, text, published) : bare(clause);
}

// Each repeats a few times at most, over words that exclude one another: no input makes them slow.
const ACCEPTED =
  /\b(?:acc+epted|camera.ready)\b(?:\s+(?:full|long|short|oral|poster|spotlight|regular|papers?|manuscript|article|contribution|version|as|an?|and|also|for|of|to|be|appear|published|presented|publication|presentation|inclusion|in|by|at|on|with|into|the)\b){0,9}/i;
const APPEARING =
  /\b(?:(?:to|will|should)\s+(?:appear|be\s+published)|in\s+press|forthcoming)\b(?:\s+(?:as|in|at|on|by|the)\b){0,3}/i;
const PUBLISHED =
  /\bpublished\b(?:\s+(?:online|electronically|elec\.|version|as|in|at|by|with|on|the)(?=[\s:]|$)){0,4}/i;
const SUBMITTED =
  /\b(?:submitted(?!\s+(?:version|phd|thesis))|submission(?=\s+(?:to|for|at)\b|\s*$|[.,)])|under(?:\s+(?:peer|double.blind))?\s+(?:review|consideration)|in\s+review)\b(?:\s+(?:for|to|at|in|by|review|publication|possible|inclusion|acceptance|the)\b){0,6}/i;
const WITHDRAWN = /(?:\b(?:has|have|was|is)\s+(?:been\s+)?|^)(?:withdrawn|retracted)\b/i;
const DENIED =
  /(?:\b(?:not|never|if|errat\w{1,3}|corrigend\w{1,3}|errata?\s+corrig\w{1,5})\b|n['’]t\b)[^,]{0,40}\b(?:published|accepted|press|appear)\b|\bunpublished\b/i;
const OTHER_VERSION =
  /\b(?:extended|preliminary|short(?:er|ened)?|earlier|abridged|conference|initial|long(?:er)?|expanded)\s+(?:abstract|version)\s+(?:of|was|has|is|will|to|appear\w{0,3}|accepted|published|under)\b/i;
const ADDRESS = /https?:\/\/[^\s()]{1,300}/gi;

/** `submitted to and accepted for`: the second word is the news. */
function followsAnd(text: string, before: number, after: number): boolean {
  return before < after && /\b(?:and|now|then)\s*$/i.test(text.slice(before, after));
}

function endOf(found: RegExpExecArray): number {
  return found.index + found[0].length;
}

function told(
  kind: 'accepted' | 'published',
  clause: string,
  text: string,
  said: RegExpExecArray,
): Claim {
  const venue = venueAfter(text, endOf(said)) ?? venueBefore(text, said.index);
  const [url] = clause.match(ADDRESS) ?? [];
  return claim(
    WORKSHOP.test(venue?.venue ?? '') ? 'workshop' : kind,
    clause,
    venue,
    kind === 'published' ? url : undefined,
  );
}

/** A clause without any verb: `CVPR 2021`, `NeurIPS 2025 Workshop on Health`. */
function bare(clause: string): Claim | undefined {
  const workshop = workshopIn(clause);
  if (workshop) return claim('workshop', clause, workshop);
  const conference = conferenceIn(clause);
  return conference && claim('accepted', clause, conference);
}

function claim(kind: ClaimKind, clause: string, venue?: VenueWords, url?: string): Claim {
  return { kind, ...venue, ...(url !== undefined && { url }), words: shortened(clause) };
}

function shortened(words: string): string {
  return words.length > LONGEST.words ? `${words.slice(0, LONGEST.words - 1)}…` : words;
}

const REPOSITORY =
  /(?<![\w.-])(?:https?:\/\/)?(?:www\.)?((?:github|gitlab)\.com|codeberg\.org|bitbucket\.org|huggingface\.co)((?:\/[\w.~-]{1,100}){2,3})/gi;

/** Links to code, models and data; a site's other pages are none. */
function codeIn(text: string): Claim[] {
  const claims = new Map<string, Claim>();
  for (const { 0: words, 1: host = '', 2: path = '' } of text.matchAll(REPOSITORY)) {
    const isOther = /^\/(?:papers|docs|blog|collections|orgs|topics)\//i.test(path);
    if (isOther) continue;
    const steps = path.replace(/\.+$/, '').split('/').slice(1);
    const depth = /^(?:datasets|spaces)$/.test(steps[0] ?? '') ? 3 : 2;
    const url = `https://${host.toLowerCase()}/${steps.slice(0, depth).join('/')}`;
    claims.set(url, { kind: 'code', url, words });
  }
  return [...claims.values()];
}
