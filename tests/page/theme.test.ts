// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { pageTheme } from '@/utils/page/theme';

window.matchMedia = (query) =>
  ({ matches: false, media: query, addEventListener() {} }) as unknown as MediaQueryList;

describe('the theme of a page', () => {
  afterEach(() => {
    document.body.removeAttribute('style');
    document.documentElement.removeAttribute('style');
  });

  it.each([
    ['rgb(255, 255, 255)', 'light'],
    ['rgb(11, 15, 25)', 'dark'],
    ['rgb(200, 230, 230)', 'light'],
    ['rgb(60, 0, 90)', 'dark'],
  ])('goes by the painted background: %s is %s', (colour, theme) => {
    document.body.style.backgroundColor = colour;
    expect(pageTheme(document)).toBe(theme);
  });

  it('looks through a transparent body at the page behind it', () => {
    document.body.style.backgroundColor = 'rgba(0, 0, 0, 0)';
    document.documentElement.style.backgroundColor = 'rgb(10, 10, 10)';
    expect(pageTheme(document)).toBe('dark');
  });

  it('is light where nothing is painted', () => {
    expect(pageTheme(document)).toBe('light');
  });
});
