import { attribute, nameOf, textOf, tidy, walk } from '@/utils/page/select';
import { OURS, isTypeset } from './parts';

/** Most stretches of text taken from one field. */
const MOST = 5_000;

/** The words of a field on one line, with TeX in place of what MathJax made of it. */
export function wordsIn(element: Element, longest: number): string {
  const pieces: string[] = [];
  walk(element, {
    enter(inner) {
      const name = nameOf(inner);
      if (name === 'br') pieces.push(' ');
      if (name === 'script') pieces.push(texIn(inner));
      if (isTypeset(inner)) {
        if (name === 'mjx-container') pieces.push(textOf(inner, 2_000));
        return false;
      }
      return !/^(?:script|style|br|template)$/.test(name) && !OURS.test(name);
    },
    text(text) {
      if (pieces.length < MOST) pieces.push(text);
    },
  });
  return tidy(pieces.join(''), longest);
}

/** MathJax 2 leaves the source beside what it shows, in `<script type="math/tex">`. */
function texIn(script: Element): string {
  const type = attribute(script, 'type') ?? '';
  if (!type.startsWith('math/tex')) return '';
  const delimiter = type.includes('mode=display') ? '$$' : '$';
  return `${delimiter}${textOf(script, 2_000)}${delimiter}`;
}
