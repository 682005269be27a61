import type { Paper } from '@/utils/domain/paper';
import { arxivIdOf } from '@/utils/domain/paper-id';
import { readPhrase } from '../tex/read-title';

/** When a work came out, as exactly as is known; month from 1 to 12, day from 1 to 31. */
export type WorkDate = {
  /** Four digits, or words of an imported entry: `in press`. */
  readonly year: string;
  readonly month?: number;
  readonly day?: number;
};

const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?!\d)/;
const MODERN_ID = /^(\d{2})(\d{2})\./;
const OLD_ID = /\/(\d{2})(\d{2})\d{3}$/;

/**
 * The date of the first version; when the paper does not tell, the month that its arXiv identifier
 * carries (https://info.arxiv.org/help/arxiv_identifier.html), or its publication.
 */
export function firstVersion(paper: Paper): WorkDate | undefined {
  return dayOf(paper.published) ?? identifierDate(paper) ?? publicationDate(paper);
}

/** The date of the latest version, or of the first where no other is known. */
export function latestVersion(paper: Paper): WorkDate | undefined {
  return dayOf(paper.updated) ?? firstVersion(paper);
}

/** The date of the published version. */
export function publicationDate({ publication }: Paper): WorkDate | undefined {
  const year = readPhrase(publication?.year ?? '');
  return year === '' ? undefined : dated(year, publication?.month);
}

function dayOf(text: string | undefined): WorkDate | undefined {
  const [, year, month, day] = DAY.exec(text ?? '') ?? [];
  return year === undefined || year < '1000' ? undefined : dated(year, Number(month), Number(day));
}

function identifierDate({ id }: Paper): WorkDate | undefined {
  const identifier = arxivIdOf(id) ?? '';
  const [, year = '', month] = MODERN_ID.exec(identifier) ?? OLD_ID.exec(identifier) ?? [];
  if (year === '') return undefined;
  // Only identifiers of the old kind, with their archive in front, are older than 2007.
  const isOld = identifier.includes('/') && Number(year) > 90;
  const date = dated(`${isOld ? '19' : '20'}${year}`, Number(month));
  return date.month === undefined ? undefined : date;
}

function dated(year: string, month = 0, day = 0): WorkDate {
  const hasMonth = Number.isInteger(month) && month >= 1 && month <= 12;
  if (!hasMonth) return { year };
  return isDay(Number(year), month, day) ? { year, month, day } : { year, month };
}

/** Whether a month, from 1 to 12, has such a day. */
export function isDay(year: number, month: number, day: number): boolean {
  return day >= 1 && (day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate());
}

/** The date as ISO 8601 writes it, as far as it is known: `2021-06`; `undefined` when the year is no number. */
export function isoDate({ year, month, day }: WorkDate): string | undefined {
  if (!/^\d{4}$/.test(year)) return undefined;
  const parts = [month, day].flatMap((part) => part ?? []);
  return [year, ...parts.map((part) => String(part).padStart(2, '0'))].join('-');
}
