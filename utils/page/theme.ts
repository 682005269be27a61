export type Theme = 'light' | 'dark';

/** Whether the page is dark where the reader looks: by its painted background, else by the system. */
export function pageTheme(document: Document): Theme {
  const view = document.defaultView;
  if (!view) return 'light';
  for (const element of [document.body, document.documentElement]) {
    const luminance = element && luminanceOf(view.getComputedStyle(element).backgroundColor);
    if (luminance !== undefined) return luminance < 0.4 ? 'dark' : 'light';
  }
  // An unpainted page shows the canvas, which is dark only where the page opted in to that.
  const scheme = view.getComputedStyle(document.documentElement).colorScheme;
  const systemIsDark = view.matchMedia('(prefers-color-scheme: dark)').matches;
  return scheme.includes('dark') && (!scheme.includes('light') || systemIsDark) ? 'dark' : 'light';
}

/** Calls `changed` with the theme now, and whenever site or system switch it, until the signal aborts. */
export function watchTheme(
  document: Document,
  changed: (theme: Theme) => void,
  signal: AbortSignal,
): void {
  const view = document.defaultView;
  let last: Theme | undefined;
  const look = (): void => {
    const theme = pageTheme(document);
    if (theme !== last) changed((last = theme));
  };
  const observer = new MutationObserver(look);
  const switches = { attributes: true, attributeFilter: ['class', 'style', 'data-theme'] };
  observer.observe(document.documentElement, switches);
  if (document.body) observer.observe(document.body, switches);
  view?.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', look, { signal });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  look();
}

/** Relative luminance 0–1 of a computed colour; `undefined` when it lets the background through. */
function luminanceOf(colour: string): number | undefined {
  const [red, green, blue, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) {
    return undefined;
  }
  // Browsers compute `oklch()` and `color()` to themselves; their first number is a lightness 0–1.
  if (/^(oklch|oklab|lch|lab)/.test(colour)) return red > 1 ? red / 100 : red;
  const scale = colour.startsWith('color(') ? 1 : 255;
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / scale;
}
