/** A stretch of a .bib file; all pieces one after the other are the file, byte for byte. */
export type Piece = {
  /** Junk is what stands between entries: remarks, blank lines. */
  readonly kind: 'entry' | 'string' | 'preamble' | 'comment' | 'junk';
  readonly from: number;
  readonly to: number;
  /** Number of the line it starts in, from 1. */
  readonly line: number;
  /** What stands after `@`, in lower case; empty for junk. */
  readonly type: string;
  /** Empty when there is none. */
  readonly key: string;
  /** Whether its braces do not match; it then ends where a line starts the next entry. */
  readonly broken: boolean;
};

/**
 * Cuts a .bib file into its pieces, in time that grows with its length alone. Braces count as BibTeX
 * counts them, with a backslash in front or not; lines that start with `%` are remarks, as for biber.
 */
export function scanBibFile(text: string): Piece[] {
  const openers = openersIn(text);
  const pieces: Piece[] = [];
  let [done, line] = [0, 1];
  const junk = (to: number): void => {
    if (to > done) pieces.push({ ...JUNK, from: done, to, line });
  };
  for (const [index, opener] of openers.entries()) {
    if (opener.at < done || opener.isRemark) continue;
    junk(opener.at);
    const { to, broken } = endOf(text, openers, index);
    const { at: from, type } = opener;
    const key = kindOf(type) === 'entry' ? keyAt(text, opener.open + 1) : '';
    pieces.push({ kind: kindOf(type), from, to, line: opener.line, type, key, broken });
    line = opener.line + breaksIn(text, from, to);
    done = to;
  }
  junk(text.length);
  return pieces;
}

const JUNK = { kind: 'junk', type: '', key: '', broken: false } as const;

function kindOf(type: string): Piece['kind'] {
  return type === 'string' || type === 'preamble' || type === 'comment' ? type : 'entry';
}

/** Where `@word{` or `@word(` stands, whether or not it turns out to lie inside of another. */
type Opener = {
  readonly at: number;
  /** Of its brace or parenthesis. */
  readonly open: number;
  readonly type: string;
  /** How many braces are open around it. */
  readonly depth: number;
  readonly line: number;
  readonly startsLine: boolean;
  readonly isRemark: boolean;
  /** Behind the brace that closes it; -1 when none does. */
  close: number;
};

const [LINE_FEED, RETURN, OPEN, CLOSE, AT, PERCENT] = [10, 13, 0x7b, 0x7d, 0x40, 0x25];

function openersIn(text: string): Opener[] {
  const openers: Opener[] = [];
  const pending: Opener[] = [];
  let [depth, line] = [0, 1];
  /** The first character of this line that is not blank; 0 before it. */
  let first = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || (code === RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) {
      line += 1;
      first = 0;
      continue;
    }
    if (code === OPEN) depth += 1;
    else if (code === CLOSE && depth > 0) {
      depth -= 1;
      if (pending.at(-1)?.depth === depth) closeLast(pending, at + 1);
    } else if (code === AT) {
      const opener = openerAt(text, at, { depth, line, first });
      if (opener) openers.push(opener);
      if (opener && text.charCodeAt(opener.open) === OPEN) pending.push(opener);
    }
    if (first === 0 && !isBlank(code)) first = code;
  }
  return openers;
}

function closeLast(pending: Opener[], at: number): void {
  const opener = pending.pop();
  if (opener) opener.close = at;
}

const HEAD = /@[ \t\r\n]{0,20}([^\s@{}(),="#%\\'~]{1,60})[ \t\r\n]{0,20}[{(]/y;

function openerAt(
  text: string,
  at: number,
  { depth, line, first }: { readonly depth: number; readonly line: number; readonly first: number },
): Opener | undefined {
  // ada@example.org{…} is an address.
  if (/[\w.]/.test(text[at - 1] ?? '')) return undefined;
  HEAD.lastIndex = at;
  const [head = '', word = ''] = HEAD.exec(text) ?? [];
  if (head === '') return undefined;
  const [startsLine, isRemark] = [first === 0, first === PERCENT];
  const open = at + head.length - 1;
  return { at, open, type: word.toLowerCase(), depth, line, startsLine, isRemark, close: -1 };
}

/** Blanks, and the mark that can stand at the start of a file. */
function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === RETURN || code === 0xfeff;
}

type End = { readonly to: number; readonly broken: boolean };

function endOf(text: string, openers: readonly Opener[], index: number): End {
  const opener = openers[index];
  if (!opener) return { to: text.length, broken: true };
  if (opener.type === 'comment') return { to: commentEnd(text, opener), broken: false };
  if (text.charCodeAt(opener.open) !== OPEN) {
    const limit = nextLineStart(openers, index) ?? text.length;
    const to = parenthesisEnd(text, opener.open, limit);
    return { to: to ?? limit, broken: to === undefined };
  }
  const broken = opener.close < 0 || holdsAnother(openers, index);
  return { to: broken ? (nextLineStart(openers, index) ?? text.length) : opener.close, broken };
}

/** A comment without matching braces is its line. */
function commentEnd(text: string, { open, close }: Opener): number {
  if (close >= 0) return close;
  const end = text.indexOf('\n', open);
  return end < 0 ? text.length : end;
}

function nextLineStart(openers: readonly Opener[], index: number): number | undefined {
  for (let next = index + 1; next < openers.length; next += 1) {
    if (openers[next]?.startsLine) return openers[next]?.at;
  }
  return undefined;
}

/** Whether a line among an entry's fields starts an entry: one that stands in a field is text. */
function holdsAnother(openers: readonly Opener[], index: number): boolean {
  const { depth = 0, close = 0 } = openers[index] ?? {};
  for (let next = index + 1; next < openers.length; next += 1) {
    const inner = openers[next];
    if (!inner || inner.at >= close) return false;
    if (inner.startsLine && inner.depth === depth + 1) return true;
  }
  return false;
}

/** Behind the parenthesis that closes the one at `open`, outside of braces and quotes. */
function parenthesisEnd(text: string, open: number, limit: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = open + 1; at < limit; at += 1) {
    const char = text[at];
    if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
    else if (char === '"' && depth === 0) quoted = !quoted;
    else if (char === ')' && depth === 0 && !quoted) return at + 1;
  }
  return undefined;
}

const KEY = /\s{0,100}([^\s,{}="#%]{1,400})?\s{0,100}(=)?/y;

function keyAt(text: string, at: number): string {
  KEY.lastIndex = at;
  const [, key = '', equals] = KEY.exec(text) ?? [];
  return equals === undefined ? key : '';
}

function breaksIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || (code === RETURN && text.charCodeAt(at + 1) !== LINE_FEED))
      count += 1;
  }
  return count;
}
