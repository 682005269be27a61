import type { JSX } from 'preact';
import { counted } from '@/utils/strings';

export type DayHeadingProps = {
  readonly day: string;
  readonly count: number;
  /** The page of rows it stands on. */
  readonly page: number;
};

/** Above the papers saved on one day: which day that was, and how many they are. */
export function DayHeading({ day, count, page }: DayHeadingProps): JSX.Element {
  return (
    <li class="day-heading" data-page={page}>
      <h2>
        <time dateTime={day}>{dayName(day)}</time>
      </h2>
      <span>{counted('papersCount', count)}</span>
    </li>
  );
}

let days: Intl.DateTimeFormat | undefined;

function dayName(day: string): string {
  days ??= new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });
  return days.format(new Date(`${day}T12:00:00`));
}
