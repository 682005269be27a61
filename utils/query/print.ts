import type { Atom, Query } from './query';
import { tokenise } from './tokenise';

/** The query as text that reads back to the same tree. */
export function print(query: Query): string {
  switch (query.kind) {
    case 'and':
      return query.parts
        .map((part) => (part.kind === 'or' ? grouped(part) : print(part)))
        .join(' ');
    case 'or':
      return query.parts.map(print).join(' or ');
    case 'not':
      return `-${isGroup(query.part) ? grouped(query.part) : print(query.part)}`;
    default:
      return printAtom(query);
  }
}

function isGroup({ kind }: Query): boolean {
  return kind === 'and' || kind === 'or';
}

function grouped(query: Query): string {
  return `(${print(query)})`;
}

function printAtom(atom: Atom): string {
  switch (atom.kind) {
    case 'text':
      return (
        (atom.field ? `${atom.field}:` : '') + (atom.prefix ? `${atom.text}*` : quoted(atom.text))
      );
    case 'pattern':
      return `${atom.field ? `${atom.field}:` : ''}/${atom.source}/`;
    case 'tag':
      return `#${quoted(atom.name)}`;
    case 'name':
      return `${atom.field}:${quoted(atom.value)}`;
    case 'number':
      return `${atom.field}:${range(atom.from, atom.to)}`;
    case 'date':
      return `${atom.field}:${days(atom.from, atom.before)}`;
    case 'age':
      return `${atom.field}:${atom.than === 'older' ? '>' : '<'}${atom.days}d`;
    case 'flag':
      return `${atom.field}:${atom.value}`;
  }
}

/** Text in quotes, unless it reads as one plain word without them. */
export function quoted(text: string): string {
  const [token, ...more] = tokenise(text);
  const isPlain =
    token?.kind === 'word' &&
    more.length === 0 &&
    !token.negated &&
    token.field === undefined &&
    token.text === text &&
    // A field takes no value that begins so without quotes.
    !/^[:/]|\*$/.test(text);
  return isPlain ? text : `"${text.replace(/["“”\\]/gu, '\\$&')}"`;
}

function range(from: number | undefined, to: number | undefined): string {
  if (from === to) return String(from);
  if (to === undefined) return `>=${from}`;
  return from === undefined ? `<=${to}` : `${from}..${to}`;
}

function days(from: string | undefined, before: string | undefined): string {
  if (before === undefined) return `>=${from}`;
  return from === undefined ? `<${before}` : `${from}..${dayBefore(before)}`;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
