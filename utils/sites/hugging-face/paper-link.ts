import { arxivPaperId, type PaperId } from '@/utils/domain/paper-id';
import { attribute } from '@/utils/page/select';

// `/papers/2310.09486`, `/papers/2310.09486v2`, absolute or not; `#community` and a query may follow.
const PAPER_PATH =
  /^(?:(?:https?:)?\/\/(?:www\.)?(?:huggingface\.co|hf\.co))?\/papers\/([^/?#\s]+(?:\/\d{7}(?:v\d+)?)?)\/?(?:\?[^#]*)?(#.*)?$/i;

/** Longest address looked at; paper links are far shorter. */
const LONGEST_LINK = 500;

/** A link to a paper: to the paper itself, or to what is said about it on its page. */
export type PaperLink = { readonly id: PaperId; readonly isDiscussion: boolean };

/** The paper a link on Hugging Face leads to; `undefined` for every other link, also to its login. */
export function linkedPaper(link: Element): PaperLink | undefined {
  const href = attribute(link, 'href');
  if (href === undefined || href.length > LONGEST_LINK) return undefined;
  const [, identifier, hash = ''] = PAPER_PATH.exec(href.trim()) ?? [];
  const id = identifier === undefined ? undefined : arxivPaperId(identifier);
  return id && { id, isDiscussion: hash.length > 1 };
}

/** The paper an address on Hugging Face shows. */
export function shownPaper(url: URL): PaperId | undefined {
  const [, identifier] = PAPER_PATH.exec(url.pathname) ?? [];
  return identifier === undefined ? undefined : arxivPaperId(identifier);
}
