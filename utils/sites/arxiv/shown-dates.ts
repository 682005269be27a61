import type { IsoDate } from '@/utils/domain/paper';
import { isoDate, monthNumber } from '../reading/dates';

const DAY = /(\d{1,2}) ([A-Z][a-z]{2,8})\.?,? (\d{4})/;

/** The first day a text names: `Mon, 27 Jul 2026`, `Friday, 3 March 2023`, `2 December, 2025`. */
export function dayIn(text: string): IsoDate | undefined {
  const [, day, month, year] = DAY.exec(text) ?? [];
  const number = monthNumber(month);
  return number === undefined ? undefined : isoDate(Number(year), number, Number(day));
}
