import { NAME, afterBlanks, valueAt } from '../bib-file/raw-fields';

/** What of an entry could not be read, and where it begins in the entry's text. */
export type Lost = { readonly at: number; readonly text: string };

/** An entry that a parser takes, what was put right in it, and what had to be left out. */
export type MendedEntry = {
  readonly text: string;
  readonly healed: readonly string[];
  readonly lost: readonly Lost[];
};

/** From so many places on that make no sense the rest is not looked at: each may cost a look at all of it. */
const MOST_LOST = 20;

/**
 * An entry's text with a comma behind each of its fields, and without what is no field. `open` is the
 * place of the brace or parenthesis in which its fields stand.
 */
export function mendedEntry(entry: string, open: number): MendedEntry {
  const healed: string[] = [];
  const lost: Lost[] = [];
  const fields: string[] = [];
  const body = entry.slice(0, -1);
  const head = headEnd(body, open);
  let isParted = true;
  for (let at = head; at < body.length;) {
    const start = afterSeparators(body, at);
    isParted ||= body.slice(at, start).includes(',');
    at = start;
    if (at >= body.length) break;
    const field = fieldAt(body, at);
    const next = field?.end ?? (lost.length < MOST_LOST ? nextField(body, at) : body.length);
    const text = body.slice(at, next);
    if (field === undefined) lost.push({ at, text: text.trimEnd().replace(/,$/, '') });
    else {
      if (!isParted) healed.push(`A comma was missing before “${field.name}”.`);
      fields.push(text);
    }
    isParted = field === undefined;
    at = next;
  }
  return { text: body.slice(0, head) + fields.join(',') + entry.slice(-1), healed, lost };
}

/** Behind the comma that ends the key. */
function headEnd(entry: string, open: number): number {
  const comma = entry.indexOf(',', open);
  const equals = entry.indexOf('=', open);
  return comma >= 0 && (equals < 0 || comma < equals) ? comma + 1 : open + 1;
}

function afterSeparators(entry: string, from: number): number {
  let at = afterBlanks(entry, from);
  while (entry[at] === ',') at = afterBlanks(entry, at + 1);
  return at;
}

type Field = { readonly name: string; readonly end: number };

function fieldAt(entry: string, at: number): Field | undefined {
  NAME.lastIndex = at;
  const [found = '', name = ''] = NAME.exec(entry) ?? [];
  const value = found === '' ? undefined : valueAt(entry, at + found.length);
  return value && { name, end: value.end };
}

/** Where the next field begins, behind a comma or in a line of its own, outside of braces. */
function nextField(entry: string, from: number): number {
  let depth = 0;
  for (let at = from; at < entry.length; at += 1) {
    const char = entry[at];
    if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
    else if (depth === 0 && (char === ',' || char === '\n')) {
      NAME.lastIndex = at + 1;
      if (NAME.test(entry)) return at + 1;
    }
  }
  return entry.length;
}
