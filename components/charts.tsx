import type { JSX } from 'preact';
import type { Figures } from '@/utils/domain/library';
import { text } from '@/utils/strings';

export type BarChartProps = {
  readonly label: string;
  readonly bars: readonly { readonly name: string; readonly value: number }[];
  /** What the first and the last bar stand for. */
  readonly from: string;
  readonly to: string;
};

const HEIGHT = 60;
const STEP = 10;

/** One bar a day. Screen readers are told the sum; the table beside has every number. */
export function BarChart({ label, bars, from, to }: BarChartProps): JSX.Element {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const sum = bars.reduce((total, { value }) => total + value, 0);
  const said = text('figuresTotal', sum, bars.some(({ value }) => value > 0) ? most : 0);
  return (
    <figure class="chart">
      <figcaption>
        {label} <small>{said}</small>
      </figcaption>
      <svg
        viewBox={`0 0 ${bars.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${label}: ${said}`}
      >
        {bars.map(({ name, value }, index) => {
          const height = value === 0 ? 0 : Math.max(1.5, (value / most) * HEIGHT);
          return (
            <rect
              key={name}
              x={index * STEP + 1}
              y={HEIGHT - height}
              width={STEP - 2}
              height={height}
            >
              <title>{name}</title>
            </rect>
          );
        })}
      </svg>
      <p class="chart-ends" aria-hidden="true">
        <span>{from}</span>
        <span>{to}</span>
      </p>
    </figure>
  );
}

export type TagChartProps = { readonly label: string; readonly tags: Figures['tags'] };

/** One bar a tag: as long as it has papers, filled as far as they were read. */
export function TagChart({ label, tags }: TagChartProps): JSX.Element {
  const most = Math.max(1, ...tags.map(({ saved }) => saved));
  return (
    <figure class="chart">
      <figcaption>{label}</figcaption>
      <ul class="tag-chart">
        {tags.map(({ name, saved, read }) => (
          <li key={name}>
            <span class="tag-chart-name">{name}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect class="whole" x="0" y="1" width={(saved / most) * 100} height="8" />
              <rect x="0" y="1" width={(read / most) * 100} height="8" />
            </svg>
            <span class="tag-chart-numbers">
              {text('figuresRead')} {read.toLocaleString()} / {saved.toLocaleString()}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
