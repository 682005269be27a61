/**
 * Family names that very many authors have: with one given name beside them, a name says little of who
 * it is. The most frequent ones of China, Korea, Vietnam, India, Japan and the English-speaking world.
 */
const FREQUENT = new Set(
  (
    'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie ' +
    'tang han cao deng feng peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei lu ren ' +
    'kim lee park choi jung jeong kang cho yoon jang lim han nguyen tran le pham kumar singh sharma ' +
    'gupta patel das sato suzuki tanaka smith johnson brown jones williams'
  ).split(' '),
);

/** Whether many people may write under this name: given names are initials, or the family name is very frequent. */
export function isAmbiguousName(name: string): boolean {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const family = words.at(-1)?.toLowerCase() ?? '';
  const given = words.slice(0, -1);
  if (given.length === 0) return true;
  if (given.every((word) => /^(?:\p{Lu}\.?-?)+$/u.test(word))) return true;
  return given.length === 1 && FREQUENT.has(family);
}

/** What, beside a name, tells one author from another: somebody they write with, or what they write about. */
export type Company =
  | { readonly kind: 'co-author'; readonly name: string }
  | { readonly kind: 'category'; readonly code: string };

/** The query that finds an author's papers: `author:"Ada Example" cat:cs.CL`. */
export function authorQuery(name: string, company?: Company): string {
  const own = `author:"${plain(name)}"`;
  if (!company) return own;
  return company.kind === 'co-author'
    ? `${own} author:"${plain(company.name)}"`
    : `${own} cat:${company.code}`;
}

/** A name as a query can hold it. */
function plain(name: string): string {
  return name.replaceAll('"', '').trim();
}
