import { arxivPaperId, type PaperId } from '@/utils/domain/paper';
import { attribute } from '@/utils/page/select';

// `/papers/2310.09486`, `/papers/2310.09486v2`, absolute or not; `#community` and a query may follow.
const PAPER_PATH =
  /^(?:https?:\/\/(?:www\.)?huggingface\.co)?\/papers\/([^/?#\s]+(?:\/\d{7}(?:v\d+)?)?)\/?(?:\?[^#]*)?(#.*)?$/;

/** The paper a link on Hugging Face leads to; `undefined` for every other link, also to its login. */
export function linkedPaper(
  link: Element,
): { readonly id: PaperId; readonly hash: string } | undefined {
  const [, identifier, hash = ''] = PAPER_PATH.exec(attribute(link, 'href')?.trim() ?? '') ?? [];
  const id = identifier === undefined ? undefined : arxivPaperId(identifier);
  return id && { id, hash };
}

/** The paper an address on Hugging Face shows. */
export function shownPaper(url: URL): PaperId | undefined {
  const [, identifier] = PAPER_PATH.exec(url.pathname) ?? [];
  return identifier === undefined ? undefined : arxivPaperId(identifier);
}
