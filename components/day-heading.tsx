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

function dayName(day: string): string {
  return new Date(`${day}T12:00:00`).toLocaleDateString(undefined, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}
