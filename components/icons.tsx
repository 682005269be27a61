import type { JSX } from 'preact';

/** One of `icon-outlines`. */
export type Outline = `M${string}`;

export type IconProps = {
  readonly outline: Outline;
  readonly filled?: boolean | undefined;
};

/** A small drawing in the colour of the text around it; the name of what it does stands beside it. */
export function Icon({ outline, filled = false }: IconProps): JSX.Element {
  return (
    <svg
      class="icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      stroke-width="1.4"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={outline} />
    </svg>
  );
}
