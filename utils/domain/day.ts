import type { IsoDate } from './paper';

/** The reader's calendar day at that moment, in their own time zone. */
export function localDay(moment: Date): IsoDate {
  const month = String(moment.getMonth() + 1).padStart(2, '0');
  const day = String(moment.getDate()).padStart(2, '0');
  return `${moment.getFullYear()}-${month}-${day}`;
}
