import { NAME, type RawFields, afterBlanks, valueAt } from '../bib-file/raw-fields';

const NUMBER_OR_MONTH = /^(?:\d+|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$/i;

/**
 * The fields of an entry with this key that is written by the book and stands by itself, as most are; `undefined` for
 * all that takes the parser, which needs many times as long. `open` is the place of its brace.
 */
export function plainEntry(
  entry: string,
  open: number,
  key: string,
  strings: Readonly<Record<string, string>>,
): RawFields | undefined {
  if (/crossref|xdata/i.test(entry)) return undefined;
  const body = entry.slice(0, -1);
  const head = body.indexOf(',', open);
  if (key === '' || body.slice(open + 1, head).trim() !== key) return undefined;
  const fields = new Map<string, string>();
  let isKnown = true;
  const resolve = (word: string): string => {
    const value = Object.hasOwn(strings, word) ? strings[word] : undefined;
    isKnown &&= value !== undefined || NUMBER_OR_MONTH.test(word);
    return value ?? word;
  };
  let at = head;
  while (at > 0 && at < body.length) {
    at = afterBlanks(body, at + 1);
    if (at >= body.length) break;
    NAME.lastIndex = at;
    const [found = '', name = ''] = NAME.exec(body) ?? [];
    const value = /^[A-Za-z]/.test(found) ? valueAt(body, at + found.length, resolve) : undefined;
    const field = name.toLowerCase();
    if (value === undefined || fields.has(field)) return undefined;
    fields.set(field, value.text.trim().replace(/\s+/g, ' '));
    at = value.end;
    if (at < body.length && body[at] !== ',') return undefined;
  }
  return isKnown && fields.size > 0 ? fields : undefined;
}
