import { type PaperId, paperId } from '@/utils/domain/paper-id';

/** An identity that stands in a text. */
export type FoundId = { readonly id: PaperId; readonly at: number; readonly version?: number };

// https://arxiv.org/category_taxonomy and the archives that were merged into them.
const ARCHIVES =
  'acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs dg-ga funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol physics plasm-ph q-alg q-bio quant-ph solv-int supr-con';

const FORMS: readonly string[] = [
  String.raw`(?<doi>(?<![\d.])10\.\d{4,9}(?:\.\d{1,9})?(?:\/|%2F)[^\s"'<>{}\\|^]{1,200})`,
  String.raw`openreview\.net\/(?:forum|pdf|attachment)\?(?:[\w=&]{0,40}&)?id=(?<openreview>[\w-]{6,30})`,
  String.raw`(?:aclanthology\.org|aclweb\.org\/anthology(?:\/[A-Z]\/[A-Z]\d\d)?)\/(?<acl>\d{4}\.[\w-]{1,60}\.\d{1,5}|[A-Z]\d\d-\d{4,5})`,
  String.raw`(?:pubmed\.ncbi\.nlm\.nih\.gov\/|\bPMID:\s{0,3})(?<pmid>\d{1,9})`,
  String.raw`(?<![\w.-])(?<old>(?:${ARCHIVES.replaceAll(' ', '|')})(?:\.[A-Z]{2})?\/\d{7})(?:v(?<oldVersion>\d{1,3}))?(?!\d)`,
  String.raw`(?<![\d.])(?<modern>\d{4}\.\d{4,5})(?:v(?<version>\d{1,3}))?(?![\d]|\.\d)`,
];
const ID = new RegExp(FORMS.join('|'), 'gi');

/** The identities that stand in a text, in addresses or bare, in the order of the text. */
export function* idsIn(text: string): Generator<FoundId> {
  for (const { index, groups = {} } of text.matchAll(ID)) {
    const version = Number(groups['version'] ?? groups['oldVersion']);
    for (const id of idsOf(groups)) {
      yield { id, at: index, ...(version > 0 && { version }) };
    }
  }
}

/** How sure an identity is to be the one that other programs and sites use as well; the first is the best. */
const RANK = ['arxiv', 'openreview', 'acl', 'doi', 'pmid', 'local'];

/** The identities in these texts, each once, the one a paper should go by first: `known` if it is there. */
export function identitiesIn(texts: readonly string[], known?: PaperId): readonly PaperId[] {
  const found = texts.flatMap((text) => [...idsIn(text)].map(({ id }) => id));
  const ranked = byRank(found);
  return [...new Set(known === undefined ? ranked : [known, ...ranked])];
}

/** Ids of one paper, the one it should go by first. */
export function byRank(ids: readonly PaperId[]): readonly PaperId[] {
  return ids.toSorted((one, other) => rank(one) - rank(other));
}

function rank(id: PaperId): number {
  return RANK.indexOf(id.slice(0, id.indexOf(':')));
}

type Groups = Readonly<Record<string, string | undefined>>;

function idsOf({ doi, openreview, acl, pmid, old, modern }: Groups): readonly PaperId[] {
  if (doi !== undefined) return doiIds(doi);
  if (modern !== undefined) return isArxivNumber(modern) ? present(`arxiv:${modern}`) : [];
  if (old !== undefined) return present(`arxiv:${lowerArchive(old)}`);
  if (openreview !== undefined) return present(`openreview:${openreview}`);
  if (acl !== undefined) return present(`acl:${acl}`);
  return present(`pmid:${pmid ?? ''}`);
}

/** https://info.arxiv.org/help/arxiv_identifier.html: a month since April 2007, five digits since 2015. */
function isArxivNumber(number: string): boolean {
  const [month = '', rest = ''] = number.split('.');
  const isMonth = month >= '0704' && /^\d\d(?:0[1-9]|1[0-2])$/.test(month);
  return isMonth && rest.length === (month < '1501' ? 4 : 5);
}

function lowerArchive(identifier: string): string {
  return identifier.replace(/^[^./]+/, (archive) => archive.toLowerCase());
}

/** ACL's own DOIs carry its ids. */
function doiIds(text: string): readonly PaperId[] {
  const doi = trimmed(text.replace(/%2F/i, '/'));
  const acl = /^10\.18653\/v1\/(.+)$/i.exec(doi)?.[1];
  return [...present(`doi:${doi}`), ...(acl === undefined ? [] : present(`acl:${acl}`))];
}

/** Without what belongs to the address or the sentence around it. */
function trimmed(doi: string): string {
  const name = doi
    .replace(/[?#].*$/, '')
    .replace(/[.,;:*!\]]{1,10}$/, '')
    .replace(/(?:\.full)?\.(?:pdf|html?)$|\/(?:full|abstract|pdf|epdf|meta|html)$/i, '');
  const isClosed = name.split('(').length >= name.split(')').length;
  const whole = isClosed ? name : name.replace(/\).{0,3}$/, '');
  // bioRxiv puts the version of a page behind the DOI.
  return whole.startsWith('10.1101/') ? whole.replace(/v\d{1,2}$/, '') : whole;
}

function present(text: string): readonly PaperId[] {
  const id = paperId(text);
  return id === undefined ? [] : [id];
}
