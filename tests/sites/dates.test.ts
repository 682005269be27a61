import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mondayOf, readShownDate } from '@/utils/sites/reading/dates';

describe('a date as Hugging Face shows it', () => {
  it.each([
    ['Oct 14, 2023', '2023-10-14', undefined],
    ['Published on Jun 28, 2020', '2020-06-28', undefined],
    ['Nov 5', '2025-11-05', undefined],
    ['Nov 6', '2024-11-06', undefined],
    ['Oct 2 2', '2025-10-02', 2],
    ['Mar 19, 2024 4', '2024-03-19', 4],
    ['· Sep 9', '2025-09-09', undefined],
    ['Feb 29', '2024-02-29', undefined],
    ['September 28, 2025', '2025-09-28', undefined],
  ])('%s is %s on 5 November 2025', (text, date, comments) => {
    const read = readShownDate(text, '2025-11-05');
    expect(read?.date).toBe(date);
    expect(read?.comments).toBe(comments);
  });

  it.each([
    '',
    'Week 39',
    'Oct',
    'Feb 30, 2024',
    'Oct 2025',
    '12',
    'Marble 3x',
    'Oct 14, 2023 by Bo',
  ])('“%s” is none', (text) => {
    expect(readShownDate(text, '2025-11-05')).toBeUndefined();
  });

  it('never lies in the future where no year is given', () => {
    const day = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2030-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, day, (shown, now) => {
        const today = now.toISOString().slice(0, 10);
        const text = shown.toLocaleDateString('en-US', {
          month: 'short',
          day: 'numeric',
          timeZone: 'UTC',
        });
        const read = readShownDate(text, today)?.date ?? '';
        expect(read <= today).toBe(true);
        expect(read.slice(5)).toBe(shown.toISOString().slice(5, 10));
      }),
    );
  });

  it('knows the Monday of an ISO week, over the turn of a year too', () => {
    expect(mondayOf('2026-W39')).toBe('2026-09-21');
    expect(mondayOf('2026-W01')).toBe('2025-12-29');
    expect(mondayOf('2020-W53')).toBe('2020-12-28');
    expect(mondayOf('2026-W99')).toBeUndefined();
  });
});
