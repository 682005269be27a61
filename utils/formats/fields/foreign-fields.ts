/** Fields of an imported entry as they go back: those that can, and the names of those that cannot. */
export type ForeignFields = {
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly refused: readonly string[];
};

const NAME = /^[a-z][a-z0-9_-]{0,39}$/i;
const LONGEST = 20_000;

/** Where a file lies on the disk of whoever kept it, which is nobody else's business. */
const OF_A_DISK = /^(?:file|pdf)$/i;

// What reads or writes files, runs programs or gives other signs these powers. It has no place in a
// bibliography, and TeX would obey.
const DANGEROUS =
  /\^\^|\\(?:write|immediate|openin|openout|read|input|include|special|catcode|csname|def|edef|gdef|xdef|let|futurelet|newcommand|renewcommand|providecommand|directlua|lua|usepackage|RequirePackage|ShellEscape|everypar|afterassignment|aftergroup|end|begin|loop|endlinechar|escapechar|scantokens|pdf)/;

/** What an imported entry said beside what we know, word for word, without the fields in `own`. */
export function foreignFields(
  others: Readonly<Record<string, string>>,
  own: ReadonlySet<string>,
): ForeignFields {
  const fields: (readonly [string, string])[] = [];
  const refused: string[] = [];
  for (const [name, value] of Object.entries(others)) {
    if (own.has(name.toLowerCase()) || OF_A_DISK.test(name)) continue;
    if (NAME.test(name) && staysInField(value)) fields.push([name.toLowerCase(), `{${value}}`]);
    else refused.push(name.slice(0, 40));
  }
  return { fields, refused };
}

function staysInField(value: string): boolean {
  // eslint-disable-next-line no-control-regex
  const isText = !/[\u0000-\u0008\u000b-\u001f\u007f\p{Cs}]/u.test(value.replaceAll('\r\n', '\n'));
  return value.length <= LONGEST && isText && !DANGEROUS.test(value) && closesAllBraces(value);
}

/** As BibTeX counts them: a backslash does not hide a brace. */
function closesAllBraces(value: string): boolean {
  let depth = 0;
  for (const char of value) {
    if (char === '{') depth += 1;
    if (char === '}') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
