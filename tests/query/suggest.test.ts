import { describe, expect, it } from 'vitest';
import { completed, completionAt } from '@/utils/query/suggest';

function names(query: string): unknown {
  const completion = completionAt(query, query.length);
  if (!completion) return undefined;
  const { kind, beginning } = completion;
  return kind === 'names' ? [completion.field, beginning] : completion.words;
}

describe('suggestions', () => {
  it.each([
    ['#', ['tag', '']],
    ['#to', ['tag', 'to']],
    ['graph -#sur', ['tag', 'sur']],
    ['#"to re', ['tag', 'to re']],
    ['tag:"to re', ['tag', 'to re']],
    ['author:hin', ['author', 'hin']],
    ['(author:"geoffrey h', ['author', 'geoffrey h']],
    ['cat:cs', ['cat', 'cs']],
    ['org:Uni', ['org', 'Uni']],
    ['is:s', ['saved', 'seen', 'starred', 'skipped']],
    ['has:', ['code', 'note', 'key', 'pdf']],
    ['au', ['author:', 'authors:']],
    ['graph or pub', ['published:']],
  ])('after %s', (query, expected) => {
    expect(names(query)).toEqual(expected);
  });

  it.each(['', 'a', 'graph ', '"au', 'title:gra', 'is:saved', 'author:"g hinton" ', 'xyz'])(
    'there are none after %j',
    (query) => {
      expect(names(query)).toBeUndefined();
    },
  );

  it.each([
    ['au|', 'author:', 'author:|'],
    ['#to| graph', 'to read', '#"to read" |graph'],
    ['author:hin|', 'Geoffrey E. Hinton', 'author:"Geoffrey E. Hinton" |'],
    ['-author:"geo|', 'Ada', '-author:Ada |'],
    ['is:se| x', 'seen', 'is:seen |x'],
  ])('%s becomes, with %s, %s', (marked, name, expected) => {
    const caret = marked.indexOf('|');
    const query = marked.replace('|', '');
    const completion = completionAt(query, caret);
    if (!completion) throw new Error('nothing to complete');
    const next = completed(query, caret, completion, name);
    expect(`${next.query.slice(0, next.caret)}|${next.query.slice(next.caret)}`).toBe(expected);
  });
});
