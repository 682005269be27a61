import { type PaperId, arxivPaperId } from '@/utils/domain/paper-id';
import { attribute, textOf } from '@/utils/page/select';

const IDENTIFIER = String.raw`((?:[a-z-]+(?:\.[A-Z]{2})?\/\d{7}|\d{4}\.\d{4,5}))(?:v(\d{1,3}))?`;
const PATH = new RegExp(
  String.raw`^(?:https?:\/\/(?:www\.|export\.)?arxiv\.org)?\/(abs|pdf|html|format|ps|src)\/${IDENTIFIER}(?:\.pdf)?\/?(?:[?#].*)?$`,
);
const NAMED = new RegExp(`^arXiv:${IDENTIFIER}$`);

/** A link to one paper on arXiv; `version` where it names one. */
export type PaperLink = {
  readonly id: PaperId;
  readonly to: string;
  readonly version?: number;
};

/** What a link's address says: `/abs/2607.22529`, `https://arxiv.org/html/2607.22529v2`. */
export function linkedPaper(link: Element): PaperLink | undefined {
  return paperIn((attribute(link, 'href') ?? '').trim());
}

/** The paper an address on arXiv is about. */
export function paperIn(address: string): PaperLink | undefined {
  const [, to = '', identifier = '', version] = PATH.exec(address) ?? [];
  const id = arxivPaperId(identifier);
  if (!id) return undefined;
  return version === undefined ? { id, to } : { id, to, version: Number(version) };
}

/** What a link's text says: `arXiv:2607.22529`. */
export function namedPaper(link: Element): PaperId | undefined {
  const [, identifier = ''] = NAMED.exec(textOf(link, 60)) ?? [];
  return arxivPaperId(identifier);
}
