const TAG = /<(\/?)([a-z]{1,10})(?:\s([^<>]{0,200}))?>/gi;
const DROPPED = new Set('p div br a u s font big small sc inf title q cite math'.split(' '));
const KEPT = new Set(['i', 'em', 'b', 'strong', 'sub', 'sup', 'scp', 'tt', 'code']);

/**
 * A title as CSL and Zotero mark it up, in the marks our own writer reads: words whose case stays in
 * braces, italics and the like as short HTML elements; other elements of HTML go. What else stands
 * between angle brackets is text: `Vec<T>`.
 */
export function richTitle(title: string): string {
  const open: string[] = [];
  return title
    .slice(0, 20_000)
    .replaceAll(TAG, (tag: string, slash: string, given: string, attributes = '') => {
      const name = given.toLowerCase();
      if (KEPT.has(name)) return `<${slash}${name}>`;
      if (name !== 'span') return DROPPED.has(name) ? '' : tag;
      if (slash !== '') return open.pop() ?? '';
      const [mark, end] = spanMarks(String(attributes));
      open.push(end);
      return mark;
    });
}

function spanMarks(attributes: string): readonly [string, string] {
  if (/nocase/i.test(attributes)) return ['{', '}'];
  return /small-caps/i.test(attributes) ? ['<scp>', '</scp>'] : ['', ''];
}
