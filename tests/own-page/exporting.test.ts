import { describe, expect, it } from 'vitest';
import { CITE_DEFAULTS } from '@/utils/domain/citing';
import { exporter } from '@/utils/own-page/exporting';

const { explainKeys } = exporter(
  { pinKeys: () => Promise.resolve(), citeOptions: () => Promise.resolve(CITE_DEFAULTS) },
  () => Promise.resolve([]),
);

describe('a template for citation keys', () => {
  it('is shown at work on a paper everybody knows', async () => {
    expect(await explainKeys(CITE_DEFAULTS.keyTemplate)).toEqual({
      example: 'vaswani2017attention',
    });
    expect(await explainKeys('[auth]:[year]')).toEqual({ example: 'vaswani:2017' });
  });

  it('is explained where it makes no keys', async () => {
    expect(await explainKeys('[name]')).toMatchObject({
      problem: { code: 'templateUnknown', about: ['[name]', expect.any(String)] },
    });
    expect(await explainKeys('[auth')).toEqual({ problem: { code: 'templateBracket' } });
    expect(await explainKeys('')).toMatchObject({ problem: { code: 'templateConstant' } });
  });
});
