import { type Reading, bareTitle } from '@/utils/domain/paper';
import { type PaperId, arxivIdOf } from '@/utils/domain/paper-id';
import { byRank, idsIn } from './ids-in';

/** Longest address looked at, and most values of its query. */
const LONGEST = 4_000;
const MOST_VALUES = 30;

/**
 * The paper that a web address is about, as far as the address itself tells: its id, other ids that
 * stand with it, and a bare title. `undefined` when no id stands in it.
 */
export function readingAt(address: string): Reading | undefined {
  if (address.length > LONGEST || !/^https?:\/\//i.test(address) || !URL.canParse(address)) {
    return undefined;
  }
  const url = new URL(address);
  const isArxiv = NAMES_ARXIV.test(url.href);
  for (const text of textsIn(url)) {
    const reading = readingOf(idsOf(text, isArxiv));
    if (reading) return reading;
  }
  return undefined;
}

function readingOf([id, ...aliases]: readonly PaperId[]): Reading | undefined {
  if (id === undefined) return undefined;
  const paper = { id, title: bareTitle(id) };
  if (aliases.length === 0) return { paper, sources: { title: 'page' } };
  return { paper: { ...paper, aliases }, sources: { title: 'page', aliases: 'page' } };
}

/** The ids of the paper that is named first; what is named behind it is another. */
function idsOf(text: string, isArxiv: boolean): readonly PaperId[] {
  const found = [...idsIn(text)].filter(({ id }) => isArxiv || arxivIdOf(id) === undefined);
  return byRank(found.filter(({ at }) => at === found[0]?.at).map(({ id }) => id));
}

// Elsewhere a number such as 2311.10234 may be anything: an article in a shop, a build, a price.
const NAMES_ARXIV =
  /ar5iv|arxiv|alphaxiv|^https?:\/\/(?:[\w-]+\.)?(?:huggingface\.co|hf\.co|papers\.cool|scirate\.com|paperswithcode\.com|emergentmind\.com)\//i;

/** The places where an id can stand, each by itself: what follows there is no part of the id. */
function textsIn({ hostname, pathname, searchParams }: URL): readonly string[] {
  const place = spelled(`${hostname.replace(/^www\./, '')}${decoded(pathname)}`);
  const values = [...searchParams].slice(0, MOST_VALUES);
  const forum = hostname.endsWith('openreview.net') ? searchParams.get('id') : null;
  return [
    ...(forum === null ? [] : [`openreview.net/forum?id=${forum}`]),
    place,
    ...values.map(([, value]) => spelled(value)),
  ];
}

/** Sites that write ids in a way of their own, and how everybody else writes the same. */
const OWN_WAYS: readonly (readonly [way: RegExp, same: string])[] = [
  // The version of a page and the part of it that is shown: `10.1101/2024.01.02.573812v1.full-text`.
  [
    /^(?:[\w-]+\.)?(?:bio|med)rxiv\.org\/.*?(10\.\d{4,9}\/[\d.]{1,40}?)(?:v\d{1,2})?(?:[./][a-z].*)?$/i,
    'doi.org/$1',
  ],
  [/^papers\.cool\/venue\/([\w-]{6,30})@OpenReview$/, 'openreview.net/forum?id=$1'],
  [/^papers\.cool\/venue\/([\w.-]{6,60})@ACL$/, 'aclanthology.org/$1'],
  [/^(?:m\.)?ncbi\.nlm\.nih\.gov\/(?:m\/)?pubmed\/(\d{1,9})\b.*$/, 'pubmed.ncbi.nlm.nih.gov/$1'],
  [/^europepmc\.org\/(?:article|abstract)\/MED\/(\d{1,9})\b.*$/i, 'pubmed.ncbi.nlm.nih.gov/$1'],
  // Nature's articles are called by the second half of their DOI.
  [/^nature\.com\/articles\/([a-z]?[\w.-]{5,40}?)(?:\.pdf)?(?:\/.*)?$/, 'doi.org/10.1038/$1'],
  [
    /(10\.\d{4,9}\/.{1,200}?)\/(?:full-?text|fulltext\.html|references|figures|tables|metrics|citations|epub|reader|summary|download)\/?$/i,
    '$1',
  ],
];

function spelled(place: string): string {
  const [way, same] = OWN_WAYS.find(([form]) => form.test(place)) ?? [];
  return way && same !== undefined ? place.replace(way, same) : place;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
