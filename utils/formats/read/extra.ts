/** What reference managers keep in a field for everything else, one `Name: value` a line. */
export type Extra = {
  readonly citationKey?: string;
  /** Texts with identities of the paper. */
  readonly identities: readonly string[];
  readonly comment?: string;
  /** What is no such line: a person's own words. */
  readonly note: string;
};

const LINE =
  /^(?:tex\.|bibtex:\s?|biblatex\.)?([A-Za-z_][\w .-]{0,40}?)\s{0,5}[:=]\s{0,5}(\S.{0,2000})$/;
const IDENTITY = /^(?:arxiv|_?eprint|doi|pmid|url|arxivid|number)$/i;
const KEY = /^(?:citation ?key|citekey)$/i;
// Facts for citations that nothing here has a place for.
const FACT =
  /^(?:ISSN|ISBN|publisher|version|type|genre|issue|(?:original|event|available)-\w+|place|archive\w*|archive.?prefix|primary.?class|eprint.?(?:type|class)|rights|license|page|pages|volume|status)$/i;

/** Reads Zotero's field Extra, and CSL's `note`, where Zotero puts it. */
export function readExtra(text: string): Extra {
  const identities: string[] = [];
  const words: string[] = [];
  const said: { citationKey?: string; comment?: string } = {};
  for (const line of text.slice(0, 100_000).split(/\r?\n/)) {
    const [, name = '', value = ''] = LINE.exec(line) ?? [];
    if (KEY.test(name)) said.citationKey = value.trim();
    else if (IDENTITY.test(name)) identities.push(/^pmid$/i.test(name) ? `PMID: ${value}` : value);
    else if (/^comment$/i.test(name)) said.comment = value;
    else if (!FACT.test(name) && !line.startsWith('tex.')) words.push(line);
  }
  return { ...said, identities, note: words.join('\n').trim() };
}
