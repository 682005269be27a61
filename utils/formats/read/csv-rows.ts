/** One row of a table, with the number of the line it begins in and where it ends. */
export type CsvRow = {
  readonly cells: readonly string[];
  readonly line: number;
  readonly end: number;
};

const SEPARATORS = [',', ';', '\t'];
const MOST_CELLS = 500;

/** The rows of a table (RFC 4180); the separator is the one the first line has most of. */
export function* csvRows(text: string): Generator<CsvRow, void> {
  const separator = separatorOf(text.slice(0, 5_000));
  const plain = new RegExp(`[^${separator}\\r\\n]*`, 'y');
  let line = 1;
  for (let at = 0; at < text.length;) {
    const cells: string[] = [];
    const begin = line;
    for (let isOpen = true; isOpen;) {
      const cell = text[at] === '"' ? quoted(text, at) : undefined;
      plain.lastIndex = cell?.end ?? at;
      const rest = plain.exec(text)?.[0] ?? '';
      if (cells.length < MOST_CELLS) cells.push((cell?.value ?? '') + rest);
      line += cell ? breaks(cell.value) : 0;
      at = plain.lastIndex;
      isOpen = text[at] === separator;
      at += isOpen ? 1 : 0;
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    line += 1;
    yield { cells, line: begin, end: Math.min(at, text.length) };
  }
}

function separatorOf(beginning: string): string {
  const [first = ''] = beginning.split(/[\r\n]/, 1);
  const counts = SEPARATORS.map((separator) => first.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** A cell in quotes, which stand twice where they are meant; one that never closes goes to the end. */
function quoted(text: string, open: number): { readonly value: string; readonly end: number } {
  let from = open + 1;
  let close = text.indexOf('"', from);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  from = close === -1 ? text.length : close;
  return {
    value: text.slice(open + 1, from).replaceAll('""', '"'),
    end: Math.min(from + 1, text.length),
  };
}

function breaks(text: string): number {
  return text.split('\n').length - 1;
}
