const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi;

// Controls, formatting and direction marks, variation selectors, lone surrogates, noncharacters:
// they print nothing, hide or reorder what does, or make LaTeX stop.
const INVISIBLE =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\u115f\u1160\u17b4\u17b5\u180e\u3164\uffa0\ufffd]|\p{Variation_Selector}|\u034f/gu;
const SPACE = /[\s\u0085\u2028\u2029]+/gu;
const HYPHEN = /[\u2010\u2011]/gu;

// Most text is clean: printable ASCII without entities, words with one blank between them.
const CLEAN = /^[!-%'-~](?:[!-%'-~]| (?=[!-%'-~]))*$/;

/** Text from outside in one line: composed, its HTML entities decoded once, nothing invisible in it, at most `limit` characters. */
export function cleanText(text: string, limit: number): string {
  if (text === '' || (text.length <= limit && CLEAN.test(text))) return text;
  // Entities and marks shrink while they are cleaned, so some more than the limit is looked at.
  const cut = text.length > 4 * limit ? text.slice(0, 4 * limit) : text;
  const clean = decodeEntities(cut)
    .replace(SPACE, ' ')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(HYPHEN, '-')
    .replace(/ {2,}/g, ' ')
    .trim();
  return clean.length > limit || cut.length < text.length ? shortened(clean, limit) : clean;
}

/** The text with its HTML entities decoded once; what is no entity stays. */
export function decodeEntities(text: string): string {
  return text.replace(ENTITY, decoded);
}

function decoded(entity: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined)
    return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? entity) : entity;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : entity;
}

/** The text up to the last blank before the limit, with an ellipsis. */
function shortened(text: string, limit: number): string {
  const head = text.slice(0, limit);
  const blank = head.lastIndexOf(' ');
  const whole = blank > limit / 2 ? head.slice(0, blank) : head.replace(/[\ud800-\udbff]$/, '');
  return `${whole}…`;
}

const EMOJI =
  /(?:(?![©®™↔↕‼⁉ℹ])\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\p{Co}|\u20e3)/gu;

/** The text without emoji and private characters, which no LaTeX font has, and what was left out. */
export function withoutEmoji(text: string): { readonly text: string; readonly dropped: string } {
  if (isAscii(text)) return { text, dropped: '' };
  const dropped = [...new Set(text.match(EMOJI) ?? [])].filter((char) => !isMathSymbol(char));
  if (dropped.length === 0) return { text, dropped: '' };
  const kept = text.replace(EMOJI, (char) => (isMathSymbol(char) ? char : ''));
  return { text: kept.replace(/ {2,}/g, ' ').trim(), dropped: dropped.join('') };
}

// Some pictographs were signs of mathematics and typography long before they had pictures.
function isMathSymbol(char: string): boolean {
  return char < '\u2300' || '♠♣♥♦★✓✔✗✘'.includes(char);
}

/** Whether all of the text is ASCII, for which much can be told faster. */
function isAscii(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return /^[\u0000-\u007f]*$/.test(text);
}
