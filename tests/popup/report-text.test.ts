import { expect, test } from 'vitest';
import { reportText } from '@/entrypoints/popup/report-text';

const REPORT = {
  site: 'hugging-face',
  listing: { kind: 'search', query: 'my secret idea', date: '2026-11-20' },
  understood: false,
  cards: 12,
  unreadable: 3,
  concealed: 0,
  byHand: 0,
  asSeen: 0,
  pinned: 0,
  fresh: 2,
  rules: 2,
  paused: false,
  saved: 1,
} as const;

test('a report says what a developer needs', () => {
  const lines = reportText(REPORT, '0.1.0', 'Browser/1');
  expect(lines).toContain('Offprint 0.1.0');
  expect(lines).toContain('hugging-face');
  expect(lines).toContain('Understood: no');
  expect(lines).toContain('unreadable: 3');
});

test('a report does not tell what the reader looked for, or which day', () => {
  expect(reportText(REPORT, '0.1.0', 'Browser/1')).not.toMatch(/secret|2026/u);
});

test('of a page that was not understood, a report says why, and how its first card is built', () => {
  const doubts = ['no frame of a list'];
  const skeleton = 'article.card\n  a [href]';
  const lines = reportText({ ...REPORT, doubts, skeleton }, '0.1.0', 'Browser/1').split('\n');
  expect(lines).toEqual(
    expect.arrayContaining(['  no frame of a list', 'article.card', '  a [href]']),
  );
  const understood = reportText({ ...REPORT, understood: true, skeleton }, '0.1.0', 'Browser/1');
  expect(understood).not.toContain('article.card');
});
