import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import type { DayFigures, Figures, Library } from '@/utils/domain/library';
import { type StringKey, counted, text } from '@/utils/strings';
import { BarChart, TagChart } from './charts';
import { dayText } from './day-text';
import type { Changes } from './use-changes';
import { Unread } from './unread';
import { useReading } from './use-reading';

export type FiguresPageProps = {
  readonly reads: Pick<Library, 'figures'>;
  readonly changes: Changes;
};

const SPANS = [30, 90, 365] as const;

const SERIES: readonly (readonly [keyof Omit<DayFigures, 'day'>, StringKey])[] = [
  ['seen', 'figuresSeen'],
  ['hidden', 'figuresHidden'],
  ['saved', 'figuresSaved'],
  ['read', 'figuresRead'],
];

/** The reader's own figures, as pictures and as tables. */
export function FiguresPage({ reads, changes }: FiguresPageProps): JSX.Element {
  const [span, setSpan] = useState<number>(SPANS[0]);
  const reading = useReading(
    useCallback(() => reads.figures(span), [reads, span]),
    changes.revision,
  );
  return (
    <div class="figures-page">
      <label class="seen-setting">
        {text('figuresSpan')}
        <select
          class="select"
          value={span}
          onChange={(event) => setSpan(Number(event.currentTarget.value))}
        >
          {SPANS.map((days) => (
            <option key={days} value={days}>
              {counted('figuresDays', days)}
            </option>
          ))}
        </select>
      </label>
      <Unread reading={reading} />
      {reading.value && <Pictures figures={reading.value} />}
    </div>
  );
}

function Pictures({ figures }: { readonly figures: Figures }): JSX.Element {
  const { days, tags, streak, backlog } = figures;
  return (
    <>
      <p class="figures-facts">
        <strong>{counted('figuresStreak', streak)}</strong>
        <strong>{counted('figuresBacklog', backlog)}</strong>
      </p>
      <div class="figures-charts">
        {SERIES.map(([name, label]) => (
          <BarChart
            key={name}
            label={text(label)}
            bars={days.map((figure) => ({
              name: `${dayText(figure.day)}: ${figure[name]}`,
              value: figure[name],
            }))}
            from={dayText(days[0]?.day ?? '')}
            to={dayText(days.at(-1)?.day ?? '')}
          />
        ))}
      </div>
      {tags.length > 0 && <TagChart label={text('figuresTags')} tags={tags} />}
      <details class="figures-table">
        <summary>{text('figuresTable')}</summary>
        <DayTable days={days} />
        {tags.length > 0 && <TagTable tags={tags} />}
      </details>
    </>
  );
}

function DayTable({ days }: Pick<Figures, 'days'>): JSX.Element {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{text('figuresDay')}</th>
          {SERIES.map(([name, label]) => (
            <th key={name} scope="col">
              {text(label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.toReversed().map((figure) => (
          <tr key={figure.day}>
            <th scope="row">{dayText(figure.day)}</th>
            {SERIES.map(([name]) => (
              <td key={name}>{figure[name].toLocaleString()}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TagTable({ tags }: Pick<Figures, 'tags'>): JSX.Element {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{text('figuresTag')}</th>
          <th scope="col">{text('figuresSaved')}</th>
          <th scope="col">{text('figuresRead')}</th>
        </tr>
      </thead>
      <tbody>
        {tags.map(({ name, saved, read }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{saved.toLocaleString()}</td>
            <td>{read.toLocaleString()}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
