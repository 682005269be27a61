import type { Paper } from '@/utils/domain/paper';
import { arxivIdOf } from '@/utils/domain/paper-id';
import type { Publication } from '@/utils/domain/publication';

/** What a service says of a publication that may be the paper's. */
export type Candidate = {
  readonly title: string;
  /** The first author: the family name where the service knows it, else the whole name. */
  readonly author: { readonly family: string } | { readonly name: string };
  readonly publication: Publication;
};

const MOST_YEARS_APART = 2;

/**
 * The first of these candidates that is the published version of `paper` beyond doubt, with the facts that
 * prove it: the same title, the same family name of the first author, at most two years apart,
 * and a venue that is no preprint server.
 */
export function publishedVersion(
  paper: Pick<Paper, 'id' | 'title' | 'authors' | 'published'>,
  candidates: readonly Candidate[],
  service: string,
): Publication | undefined {
  const year = yearOf(paper);
  const [first] = paper.authors ?? [];
  const title = titleKey(paper.title);
  // Titles like `Introduction` are many works'.
  if (first === undefined || year === undefined || title.length < 10) return undefined;
  for (const { title: its, author, publication } of candidates) {
    const itsYear = Number(publication.year);
    if (titleKey(its) !== title || !isAuthor(first, author)) continue;
    if (Number.isNaN(itsYear) || Math.abs(itsYear - year) > MOST_YEARS_APART) continue;
    if (publication.container === undefined || isPreprintServer(publication.container)) continue;
    const evidence = `${service}: same title, first author ${lastWord(first)}, ${publication.year}`;
    return { ...publication, evidence };
  }
  return undefined;
}

/** Whether this is where preprints are kept, and no journal or meeting. */
function isPreprintServer(venue: string): boolean {
  return /\b(?:arxiv|\w{2,6}rxiv|ssrn|pre-?prints?|research square|authorea|zenodo|openreview|osf|hal)\b|^corr\b|^eprint/i.test(
    venue,
  );
}

const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );

/** What is left of a title without case, accents, signs, markup and TeX: two spellings of one title have one. */
export function titleKey(title: string): string {
  const spelt = title
    .slice(0, 1_000)
    .replace(/<\/?[a-zA-Z][^<>]{0,60}>/g, '')
    .replace(/\\(?:math|text)(?:rm|bf|it|sf|tt|cal|bb|frak|scr|normal)?(?![a-zA-Z])/g, '')
    .replace(/\\var(?=[a-z])/g, '\\')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[α-ω]/gu, (letter) => GREEK[(letter.codePointAt(0) ?? 0) - 0x3b1] ?? letter);
  return spelt.replace(/[^\p{L}\p{N}]/gu, '');
}

function isAuthor(first: string, author: Candidate['author']): boolean {
  const family = 'family' in author ? words(author.family) : words(lastWord(author.name));
  return (
    family.length > 0 && words(bare(first)).slice(-family.length).join(' ') === family.join(' ')
  );
}

/** The last word of a name, that every service agrees is of the family. */
function lastWord(name: string): string {
  return bare(name).split(/\s+/u).at(-1) ?? name;
}

/** Without `Jr.` and the numbers that DBLP tells namesakes by: `Wei Wang 0001`. */
function bare(name: string): string {
  return name.trim().replace(/,?\s(?:\d{4}|jr\.?|sr\.?|ii|iii|iv)$/iu, '');
}

const SPELT: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

function words(name: string): readonly string[] {
  const folded = name
    .slice(0, 300)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøłđðþæœı]/gu, (letter) => SPELT[letter] ?? letter);
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The year of the first version; arXiv's identifiers carry it since 2007. */
function yearOf({ id, published }: Pick<Paper, 'id' | 'published'>): number | undefined {
  const [, modern] = /^(\d{2})\d{2}\./.exec(arxivIdOf(id) ?? '') ?? [];
  const year = published?.slice(0, 4) ?? (modern === undefined ? undefined : `20${modern}`);
  return year === undefined ? undefined : Number(year);
}
