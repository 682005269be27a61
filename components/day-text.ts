let format: Intl.DateTimeFormat | undefined;

/** A day as the reader writes it, from an instant or a date. */
export function dayText(instant: string): string {
  const date = new Date(instant.length === 10 ? `${instant}T12:00:00` : instant);
  if (Number.isNaN(date.getTime())) return instant;
  format ??= new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
  return format.format(date);
}
