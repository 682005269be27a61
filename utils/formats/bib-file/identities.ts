import type { PaperId } from '@/utils/domain/paper-id';
import { arxivPaperId, doiPaperId, paperId } from '@/utils/domain/paper-id';
import type { RawFields } from './raw-fields';

const LONGEST = 2_000;

/** All identities that an entry's fields tell, the one it goes by first: arXiv, DOI, OpenReview, ACL, PubMed. */
export function identitiesOf(fields: RawFields): PaperId[] {
  const ids = [arxivOf(fields), ...doisOf(fields), ...placesOf(fields)];
  return [...new Set(ids.filter((id) => id !== undefined))].toSorted(arxivFirst);
}

/** DOIs of arXiv's own are arXiv identifiers, and may come second. */
function arxivFirst(a: PaperId, b: PaperId): number {
  return Number(b.startsWith('arxiv:')) - Number(a.startsWith('arxiv:'));
}

const IDENTIFIER = String.raw`(\d{4}\.\d{4,5}|[a-z][a-z-]{1,15}(?:\.[A-Z]{2})?\/\d{7})(?!\d)(?:v\d+)?`;
const NAMED = new RegExp(
  String.raw`(?:arxiv\.org\/(?:abs|pdf|html)\/|arxiv\s{0,3}[:.]\s{0,3}|arxiv\s)${IDENTIFIER}`,
  'i',
);
const WHOLE = new RegExp(String.raw`^\s*(?:arxiv:|abs\/)?${IDENTIFIER}\s*$`, 'i');
const MENTIONS = 'eprint howpublished journal journaltitle note number url doi'.split(' ');
const COUNTED = ['volume', 'number'];

function arxivOf(fields: RawFields): PaperId | undefined {
  const archive = read(fields, 'archiveprefix') || read(fields, 'eprinttype');
  if (archive === '' || /^arxiv$/i.test(archive)) {
    const own = arxivIn(WHOLE, read(fields, 'eprint'));
    if (own !== undefined) return own;
  }
  const mendeley = arxivIn(WHOLE, read(fields, 'arxivid'));
  if (mendeley !== undefined) return mendeley;
  for (const name of MENTIONS) {
    const mentioned = arxivIn(NAMED, read(fields, name));
    if (mentioned !== undefined) return mentioned;
  }
  // DBLP and Semantic Scholar: journal = {CoRR}, volume = {abs/2106.09685}.
  const journal = read(fields, 'journal') || read(fields, 'journaltitle');
  if (!/^(?:corr|arxiv\b.{0,40})$/i.test(journal)) return undefined;
  return COUNTED.map((name) => arxivIn(WHOLE, read(fields, name))).find(Boolean);
}

function arxivIn(form: RegExp, text: string): PaperId | undefined {
  const identifier = form.exec(text)?.[1];
  return identifier === undefined ? undefined : arxivPaperId(identifier);
}

function doisOf(fields: RawFields): (PaperId | undefined)[] {
  const inUrl = /doi\.org\/(10\.\d{4,9}\/\S{1,200})/i.exec(read(fields, 'url'))?.[1];
  return [read(fields, 'doi'), decoded(inUrl ?? '')].map((doi) =>
    doi === '' ? undefined : doiPaperId(doi),
  );
}

function placesOf(fields: RawFields): (PaperId | undefined)[] {
  const url = read(fields, 'url');
  const openreview = /openreview\.net\/(?:forum|pdf)\?id=([\w-]{6,30})/.exec(url)?.[1];
  const acl = /(?:aclanthology\.org|aclweb\.org\/anthology)\/([\w.-]{6,60}?)(?:\.pdf|\/)?$/.exec(
    url,
  )?.[1];
  const pmid = read(fields, 'pmid');
  return [
    openreview && `openreview:${openreview}`,
    acl && `acl:${acl}`,
    pmid && `pmid:${pmid}`,
  ].map((id) => (id ? paperId(id) : undefined));
}

/** A value that is no text but a name or an address: without the TeX that shields its characters. */
function read(fields: RawFields, name: string): string {
  return address((fields.get(name) ?? '').slice(0, LONGEST));
}

/** An address or a name out of TeX: `\url{…}`, `\_` and braces are taken off. */
export function address(tex: string): string {
  return tex
    .replace(/\\(?:url|path|href|texttt)\b/g, '')
    .replace(/\\([%&#_~$])/g, '$1')
    .replace(/[{}]/g, '')
    .trim();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
