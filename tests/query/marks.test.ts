import { expect, it } from 'vitest';
import { marksFor } from '@/utils/query/marks';

it('marks words as they stand, in whatever inflection', () => {
  expect(marksFor('graph "low rank"')('Low-rank Graphs')).toEqual(['Graphs', 'Low-rank']);
});

it('marks a word that is still being typed', () => {
  expect(marksFor('atten')('Tidal Attention')).toEqual(['Attention']);
});

it('marks what either side of an or asks for, and nothing that must not be there', () => {
  expect(marksFor('(tidal or lunar) -attention #a')('Tidal attention')).toEqual(['Tidal']);
});

it('marks only what may stand in a title', () => {
  expect(marksFor('author:tidal abstract:attention title:maps')('Tidal attention maps')).toEqual([
    'maps',
  ]);
});

it('marks the words of names in bylines, which shorten them', () => {
  const marks = marksFor('author:"ada brook" tidal');
  expect(marks('A. Brook, J. Marsh +2', 'author')).toEqual(['Brook']);
  expect(marks('Tidal maps by Ada Brook')).toEqual(['Tidal']);
});

it('marks in passages what abstracts and notes are asked for', () => {
  const marks = marksFor('abstract:tidal title:maps note:lake');
  expect(marks('… tidal maps of lakes', 'snippet')).toEqual(['tidal', 'lakes']);
});
