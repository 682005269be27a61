import { type PaperId, arxivPaperId, doiPaperId, paperId } from '@/utils/domain/paper-id';

const ARXIV =
  /^https?:\/\/(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html|format)\/((?:[a-z-]+(?:\.[A-Z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d{1,3})?)(?:\.pdf)?\/?(?:[?#].*)?$/;
// Publishers whose addresses end in the DOI (seen on Google Scholar, 2023-12).
const PUBLISHER =
  /^https?:\/\/(?:dl\.acm\.org|journals\.sagepub\.com|onlinelibrary\.wiley\.com)\/doi\/(?:(?:abs|full|pdf|epdf)\/)?(10\.\d{4,9}\/[^/?#]+)$/;
const DOI = /^https?:\/\/(?:dx\.)?doi\.org\/(10\.[^?#]+?)\/?(?:[?#].*)?$/;
const ACL =
  /^https?:\/\/(?:www\.)?(?:aclanthology\.org|aclweb\.org\/anthology)\/([A-Za-z]\d{2}-\d{4,5}|\d{4}\.[a-z\d_]+-[a-z\d]+\.\d+)(?:v\d{1,2})?(?:\.pdf)?\/?(?:[?#].*)?$/;
const OPENREVIEW =
  /^https?:\/\/(?:www\.)?openreview\.net\/(?:forum|pdf)\?id=([\w-]{6,30})(?:[&#].*)?$/;
const PUBMED =
  /^https?:\/\/(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov\/pubmed)\/(\d{1,9})\/?(?:[?#].*)?$/;

/** The paper that an absolute address names by an identifier; never guessed from anything else. */
export function paperAt(address: string): PaperId | undefined {
  const arxiv = ARXIV.exec(address)?.[1];
  if (arxiv !== undefined) return arxivPaperId(arxiv);
  const doi = (DOI.exec(address) ?? PUBLISHER.exec(address))?.[1];
  if (doi !== undefined) return doiPaperId(decoded(doi));
  const acl = ACL.exec(address)?.[1];
  if (acl !== undefined) return paperId(`acl:${acl}`);
  const review = OPENREVIEW.exec(address)?.[1];
  if (review !== undefined) return paperId(`openreview:${review}`);
  const pubmed = PUBMED.exec(address)?.[1];
  return pubmed === undefined ? undefined : paperId(`pmid:${pubmed}`);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
