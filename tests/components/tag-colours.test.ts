import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TAG_COLOURS } from '@/utils/domain/tag';

const THEME = readFileSync('components/theme.css', 'utf8');

/** The colours of a pair, light first. */
function pair(colour: string, property: string): string[] {
  const rule = THEME.slice(THEME.indexOf(`[data-colour='${colour}']`));
  const [, light = '', dark = ''] =
    new RegExp(`${property}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(rule) ?? [];
  return [light, dark];
}

// https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test.each(TAG_COLOURS)('a %s tag can be read in light and dark', (colour) => {
  const grounds = pair(colour, '--op-tag-soft');
  for (const [mode, text] of pair(colour, '--op-tag').entries()) {
    expect(contrast(text, grounds[mode] ?? '')).toBeGreaterThanOrEqual(4.5);
  }
});
