import type { JSX } from 'preact';

/** Stroked outlines on a grid of 16 by 16. */
const OUTLINES = {
  bookmark: 'M4 2.5h8v11l-4-3-4 3z',
  'bookmark-filled': 'M4 2.5h8v11l-4-3-4 3z',
  tag: 'M2.5 3.5v4L8.6 13.6a1 1 0 0 0 1.4 0l3.6-3.6a1 1 0 0 0 0-1.4L7.5 2.5h-4a1 1 0 0 0-1 1zM5.3 5.3h.01',
  note: 'M9 13.5H3.5a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1h9a1 1 0 0 1 1 1V9zM13.5 9H10a1 1 0 0 0-1 1v3.5M5.5 5.5h5M5.5 8h2.5',
  'eye-off':
    'M2.5 2.5l11 11M6.6 4a6.4 6.4 0 0 1 1.4-.2c3.2 0 5.2 2.7 6 4.2a10 10 0 0 1-1.6 2.1M4.5 5.2A9.6 9.6 0 0 0 2 8c.8 1.5 2.8 4.2 6 4.2a6 6 0 0 0 2.9-.8M6.7 6.7a1.9 1.9 0 0 0 2.6 2.6',
  funnel: 'M2.5 3h11L9.5 8v4.5l-3 1.5V8z',
  quote: 'M3 10.5c1.7 0 2.8-1.2 2.8-3V4.5H2.7v3.3h3M10 10.5c1.7 0 2.8-1.2 2.8-3V4.5H9.7v3.3h3',
  clock: 'M8 2.25a5.75 5.75 0 1 0 0 11.5a5.75 5.75 0 0 0 0-11.5zM8 5v3.25l2.25 1.25',
  undo: 'M5.5 3L2.5 6l3 3M2.5 6h7a3.75 3.75 0 0 1 0 7.5H6',
  close: 'M4 4l8 8M12 4l-8 8',
  check: 'M3 8.5l3.25 3.25L13 4.75',
  warning: 'M8 2.5l6 10.75H2zM8 6.5v3M8 11.25h.01',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9zM10.3 10.3l3.2 3.2',
  download: 'M8 2.5v7.5M4.75 7L8 10.25L11.25 7M2.75 13.25h10.5',
  external: 'M6.5 3.5h-3v9h9v-3M9 2.75h4.25V7M13 3L7.25 8.75',
  trash: 'M2.75 4.25h10.5M6 4V2.5h4V4M4 4.5l.6 9h6.8l.6-9M6.75 7v4M9.25 7v4',
  restore: 'M3 8a5 5 0 1 0 1.6-3.7M3 2.5V5h2.5',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  play: 'M5 3l8 5-8 5z',
  copy: 'M5.5 5.5h8v8h-8zM3 10.5h-.5v-8h8V3',
  flask: 'M6.5 2.5h3M7 2.5v4l-3.7 5.7a.9.9 0 0 0 .8 1.3h7.8a.9.9 0 0 0 .8-1.3L9 6.5v-4M5 10h6',
  library: 'M3 2.75v10.5M6.25 2.75v10.5M9.25 3.25l3.75 9.75',
  'chevron-down': 'M4 6.25L8 10.25L12 6.25',
} as const;

export type IconName = keyof typeof OUTLINES;

/** A small drawing in the colour of the text around it; the name of what it does stands beside it. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg
      class="icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill={name === 'bookmark-filled' ? 'currentColor' : 'none'}
      stroke="currentColor"
      stroke-width="1.4"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={OUTLINES[name]} />
    </svg>
  );
}
