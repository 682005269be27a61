/**
 * A work's one identity across sites, `kind:name`: `arxiv:2310.09486`, `doi:10.1145/3292500.3330701`.
 * Made only by `paperId()` and what it is made of.
 */
export type PaperId = string & { readonly __brand: 'PaperId' };

type Kind = {
  /** The name as every site's spelling of it comes to; `undefined` when it is none. */
  readonly canonical: (name: string) => string | undefined;
  /** The address of the paper's own page, where the name tells it. */
  readonly page?: (name: string) => string;
};

const KINDS = {
  arxiv: { canonical: arxivIdentifier, page: (name) => `https://arxiv.org/abs/${name}` },
  doi: { canonical: doiName, page: (name) => `https://doi.org/${encodeURI(name)}` },
  // https://docs.openreview.net/getting-started/objects-in-openreview/introduction-to-notes
  openreview: {
    canonical: matching(/^[\w-]{6,30}$/),
    page: (name) => `https://openreview.net/forum?id=${name}`,
  },
  // https://aclanthology.org/info/ids/: 2024.acl-long.1, and P18-1001 before 2020.
  acl: {
    canonical: (name) =>
      matching(/^\d{4}\.[a-z\d_]+-[a-z\d]+\.\d+$/)(name.toLowerCase()) ??
      matching(/^[A-Z]\d{2}-\d{4,5}$/)(name.toUpperCase()),
    page: (name) => `https://aclanthology.org/${name}`,
  },
  pmid: {
    canonical: matching(/^\d{1,9}$/),
    page: (name) => `https://pubmed.ncbi.nlm.nih.gov/${name}/`,
  },
  // Google Scholar's name of a search result (`data-cid`), or of an entry in somebody's profile
  // (`citation_for_view`, the person's name and the entry's): seen 2016-05, 2023-12 and 2026-02.
  scholar: {
    canonical: matching(/^[\w-]{12}(?::[\w-]{12})?$/),
    page: (name) =>
      name.includes(':')
        ? `https://scholar.google.com/citations?view_op=view_citation&citation_for_view=${name}`
        : `https://scholar.google.com/scholar?q=info:${name}:scholar.google.com/`,
  },
  // A work that came from a file and has no identity anywhere else: letters made of its title and authors.
  local: { canonical: matching(/^[a-z\d]{8,40}$/) },
} satisfies Readonly<Record<string, Kind>>;

const LONGEST = 300;

/** Checks text that claims to be a `PaperId` (a message, an imported file), and brings it into its one form. */
export function paperId(text: string): PaperId | undefined {
  const colon = text.indexOf(':');
  const kind = kindOf(text.slice(0, colon));
  if (!kind || text.length > LONGEST) return undefined;
  const given = text.slice(colon + 1).trim();
  // arXiv's own DOIs are another spelling of its identifiers.
  const arxiv = kind === 'doi' ? arxivOfDoi(given) : undefined;
  if (arxiv !== undefined) return `arxiv:${arxiv}` as PaperId;
  const name = KINDS[kind].canonical(given);
  return name === undefined ? undefined : (`${kind}:${name}` as PaperId);
}

/** A paper's identity from an arXiv identifier (a version is dropped), or `undefined` when it is none. */
export function arxivPaperId(text: string): PaperId | undefined {
  return paperId(`arxiv:${text.trim()}`);
}

/** A paper's identity from a DOI, with or without its resolver's address; arXiv's own DOIs give its identifier. */
export function doiPaperId(text: string): PaperId | undefined {
  return paperId(`doi:${text.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')}`);
}

/** The arXiv identifier of a paper, when arXiv is where it lives. */
export function arxivIdOf(id: PaperId): string | undefined {
  return nameIn(id, 'arxiv');
}

/** The DOI that a paper goes by, in lower case. */
export function doiOf(id: PaperId): string | undefined {
  return nameIn(id, 'doi');
}

function nameIn(id: PaperId, kind: keyof typeof KINDS): string | undefined {
  return id.startsWith(`${kind}:`) ? id.slice(kind.length + 1) : undefined;
}

/** The address of the paper's own page; empty for a paper that only a file told of. */
export function paperUrl(id: PaperId): string {
  const kind: Kind | undefined = KINDS[kindOf(id.slice(0, id.indexOf(':'))) ?? 'arxiv'];
  const name = id.slice(id.indexOf(':') + 1);
  return kind.page?.(name) ?? '';
}

/** Where a paper can be read, as far as its id tells. */
export function readingUrls(id: PaperId): { readonly pdf?: string; readonly html?: string } {
  const review = nameIn(id, 'openreview');
  if (review !== undefined) return { pdf: `https://openreview.net/pdf?id=${review}` };
  const anthology = nameIn(id, 'acl');
  if (anthology !== undefined) return { pdf: `https://aclanthology.org/${anthology}.pdf` };
  const identifier = arxivIdOf(id);
  if (identifier === undefined) return {};
  const pdf = `https://arxiv.org/pdf/${identifier}`;
  // https://info.arxiv.org/about/accessible_HTML.html: papers submitted since December 2023.
  const hasHtml = /^\d{4}\./.test(identifier) && identifier >= '2312';
  return hasHtml ? { pdf, html: `https://arxiv.org/html/${identifier}` } : { pdf };
}

function kindOf(text: string): keyof typeof KINDS | undefined {
  return Object.hasOwn(KINDS, text) ? (text as keyof typeof KINDS) : undefined;
}

function matching(form: RegExp): Kind['canonical'] {
  return (name) => (form.test(name) ? name : undefined);
}

// https://info.arxiv.org/help/arxiv_identifier.html: YYMM.number since 2007, archive/YYMMNNN before.
const NEW_ARXIV_ID = /^(\d{4}\.\d{4,5})(v\d+)?$/;
const OLD_ARXIV_ID = /^([a-z]+(?:-[a-z]+)?)(?:\.[A-Z]{2})?\/(\d{7})(v\d+)?$/;

function arxivIdentifier(name: string): string | undefined {
  const modern = NEW_ARXIV_ID.exec(name);
  if (modern) return modern[1];
  const old = OLD_ARXIV_ID.exec(name);
  return old ? `${old[1]}/${old[2]}` : undefined;
}

/** https://www.doi.org/the-identifier/resources/handbook/2_numbering: any printing characters, without regard to case. */
function doiName(name: string): string | undefined {
  return /^10\.\d{4,9}(?:\.\d+)*\/[\p{L}\p{N}\p{P}\p{S}]+$/u.test(name)
    ? name.toLowerCase()
    : undefined;
}

function arxivOfDoi(name: string): string | undefined {
  const own = /^10\.48550\/arxiv\.(.+)$/i.exec(name);
  return own?.[1] === undefined ? undefined : arxivIdentifier(own[1]);
}
