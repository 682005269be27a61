import { describe, expect, it } from 'vitest';
import { scoreNames, scoreTitles } from '../../scripts/citing/gold';
import { HAS_RECORDS } from './records';

describe.skipIf(!HAS_RECORDS)('beside the curated titles and names of ACL 2022', () => {
  it('the capitals of at least 95 % of titles are protected exactly right', () => {
    const { right, of, precision, recall } = scoreTitles();
    console.log(
      `capitals: ${right} of ${of} titles exactly right, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
    );
    expect(right / of).toBeGreaterThanOrEqual(0.95);
    expect(precision).toBeGreaterThanOrEqual(0.96);
    expect(recall).toBeGreaterThanOrEqual(0.83);
  });

  it('at least 99.1 % of names are split exactly right', () => {
    const { right, of } = scoreNames();
    console.log(`names: ${right} of ${of} exactly right`);
    expect(right / of).toBeGreaterThanOrEqual(0.991);
  });
});
