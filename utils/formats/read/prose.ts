import { decodeEntities } from '../tex/clean';

// Direction marks can make one text look like another; lone surrogates break encoders.
const UNSEEN = /[\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;

/** Text of several lines as it stands, without what cannot be seen, at most `limit` characters. */
export function prose(text: string, limit: number): string {
  return text
    .slice(0, limit)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(UNSEEN, '')
    .replaceAll(/[^\P{Cc}\n\t]/gu, ' ')
    .trim();
}

const BREAKS = /^\/?(?:p|div|br|ul|ol|h[1-6]|tr|blockquote|jats:p|jats:title|jats:sec)$/i;
const TAG = /<(\/?[a-z][a-z\d:]{0,20})(?:[\s/][^<>]{0,4000})?>/gi;

/** The text of a piece of HTML; paragraphs and items of lists stay lines of their own. */
export function textOfHtml(html: string, limit: number): string {
  const text = html.slice(0, 4 * limit).replaceAll(TAG, (_tag, name: string) => {
    if (/^li$/i.test(name)) return '\n- ';
    return BREAKS.test(name) ? '\n' : '';
  });
  return prose(decodeEntities(text), limit)
    .replaceAll(/[ \t]{1,100}\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n');
}
