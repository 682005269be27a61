import type { Paper } from '@/utils/domain/paper';
import { arxivIdOf } from '@/utils/domain/paper-id';

/** When a paper's first version came out; the month is 1 to 12. */
export type Publication = { readonly year: string; readonly month: number };

const MODERN_ID = /^(\d{2})(\d{2})\./;
const OLD_ID = /\/(\d{2})(\d{2})\d{3}$/;

/**
 * Year and month of the first version; when the paper does not tell, those that its arXiv
 * identifier carries (https://info.arxiv.org/help/arxiv_identifier.html).
 */
export function publication({ id, published }: Paper): Publication | undefined {
  const day = /^(\d{4})-(\d{2})(?:-\d{2})?/.exec(published ?? '');
  if (day) return checked(day[1], day[2]);
  const identifier = arxivIdOf(id) ?? '';
  const modern = MODERN_ID.exec(identifier);
  if (modern) return checked(`20${modern[1]}`, modern[2]);
  const old = OLD_ID.exec(identifier);
  return old ? checked(`${Number(old[1]) > 90 ? '19' : '20'}${old[1]}`, old[2]) : undefined;
}

function checked(year: string | undefined, month: string | undefined): Publication | undefined {
  const number = Number(month);
  return year !== undefined && number >= 1 && number <= 12 ? { year, month: number } : undefined;
}
