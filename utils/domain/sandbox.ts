import { type PaperId, arxivPaperId } from './paper-id';

/** arXiv numbers papers by year and month; the sandbox's are of a thirteenth month, so they are nobody's. */
const MONTH = '2613';

/** How many invented papers the sandbox lists. */
export const SANDBOX_SIZE = 24;

/** The ids of the sandbox's invented papers, in the order they are listed. */
export function sandboxPaperIds(): PaperId[] {
  return Array.from({ length: SANDBOX_SIZE }, (_, index) =>
    arxivPaperId(`${MONTH}.${String(index + 1).padStart(5, '0')}`),
  ).filter((id) => id !== undefined);
}

/** Whether a paper is one of the sandbox's invented ones. */
export function isSandboxPaper(id: PaperId): boolean {
  return id.startsWith(`arxiv:${MONTH}.`);
}
