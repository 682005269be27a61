import { attribute, nameOf, textOf, tidy, walk } from '@/utils/page/select';

/**
 * Labels that arXiv puts before a field (seen 2023-03 to 2026-07), whatever class they have; without
 * its colon, the word may be the first of a title, marked as a hit.
 */
export const LABEL =
  /^(?:Title|Authors?|Comments?|Journal.ref|Subjects?|Abstract|DOI|Report number):$/;

/**
 * The words of a field as the paper's author wrote them: without its label, with TeX in place of
 * what MathJax made of it, and with addresses in place of arXiv's “this https URL”.
 */
export function wordsOf(element: Element, longest: number): string {
  const pieces: string[] = [];
  let hasBegun = false;
  walk(element, {
    enter(inner) {
      const name = nameOf(inner);
      if (name === 'br') pieces.push(' ');
      if (name === 'script') pieces.push(texIn(inner));
      if (/^(?:script|style|br|template|offprint-.*)$/.test(name)) return false;
      if (!hasBegun && name === 'span' && LABEL.test(textOf(inner, 40))) return false;
      if (isTypeset(inner)) {
        if (name === 'mjx-container') pieces.push(spokenIn(inner));
        return false;
      }
      const address = name === 'a' ? shortened(inner) : undefined;
      if (address !== undefined) pieces.push(address);
      return address === undefined;
    },
    text(text) {
      hasBegun ||= text.trim() !== '';
      if (pieces.length < MOST) pieces.push(text);
    },
  });
  return tidy(pieces.join(''), longest);
}

/** Most stretches of text taken from one field. */
const MOST = 5_000;

/** MathJax 2 leaves the source beside what it shows, in `<script type="math/tex">`. */
export function isFormula(element: Element): boolean {
  return nameOf(element) === 'script' && (attribute(element, 'type') ?? '').startsWith('math/tex');
}

function texIn(script: Element): string {
  if (!isFormula(script)) return '';
  const delimiter = attribute(script, 'type')?.includes('mode=display') ? '$$' : '$';
  return `${delimiter}${textOf(script, 2_000)}${delimiter}`;
}

/** What MathJax 2 and 3 show, before they are done too: `MathJax_Preview`, `MathJax_Display`, `mjx-container`. */
export function isTypeset(element: Element): boolean {
  if (nameOf(element) === 'mjx-container') return true;
  if (nameOf(element) === 'script') return false;
  return [attribute(element, 'class'), attribute(element, 'id')].some(
    (mark) => mark !== undefined && /(?:^|\s)MathJax/.test(mark),
  );
}

/** MathJax 3 keeps no source; what it offers to screen readers is the nearest there is. */
function spokenIn(container: Element): string {
  return textOf(container, 2_000);
}

/** arXiv shows `this https URL` for an address (its `urlize`, seen 2026-06). */
function shortened(link: Element): string | undefined {
  if (!/^this (?:https?|ftp) URL$/i.test(textOf(link, 40))) return undefined;
  const href = attribute(link, 'href') ?? '';
  return /^(?:https?|ftp):\/\/[^\s<>]+$/i.test(href) ? href : undefined;
}
