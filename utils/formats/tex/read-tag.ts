import type { Found, Place } from './read-runs';
import type { Style } from './runs';

const TAGS: ReadonlyMap<string, Style> = new Map([
  ['i', 'textit'],
  ['em', 'textit'],
  ['b', 'textbf'],
  ['strong', 'textbf'],
  ['sub', 'textsubscript'],
  ['inf', 'textsubscript'],
  ['sup', 'textsuperscript'],
  ['tt', 'texttt'],
  ['code', 'texttt'],
  ['scp', 'textsc'],
]);
const TAG = /<([a-z]{1,6})>/iy;

/** An HTML element that changes how its text is set: `<i>in vitro</i>`. */
export function readTag({ source, at, inside }: Place): Found | undefined {
  TAG.lastIndex = at;
  const [open = '', name = ''] = TAG.exec(source) ?? [];
  const style = TAGS.get(name.toLowerCase());
  if (style === undefined) return undefined;
  const from = at + open.length;
  const close = source.indexOf(`</${name}>`, from);
  if (close < 0) return undefined;
  const runs = inside(source.slice(from, close));
  return { runs: [{ kind: 'styled', style, runs }], end: close + open.length + 1 };
}
