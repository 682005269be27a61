import type { PublicationKind } from '@/utils/domain/publication';

// https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types,
// https://www.zotero.org/support/kb/item_types_and_fields and the RIS format's types.
const KINDS: ReadonlyMap<string, PublicationKind> = new Map(
  (
    [
      ['article', 'article-journal article-magazine article-newspaper review review-book'],
      ['article', 'journalArticle magazineArticle newspaperArticle'],
      ['article', 'JOUR MGZN NEWS JFULL EJOUR ABST INPR'],
      ['inproceedings', 'paper-conference conferencePaper presentation CPAPER CONF'],
      ['incollection', 'chapter entry entry-dictionary entry-encyclopedia bookSection'],
      ['incollection', 'encyclopediaArticle dictionaryEntry CHAP ECHAP ENCYC DICT'],
      ['book', 'book BOOK EBOOK EDBOOK WHOLE SER'],
      ['phdthesis', 'thesis THES'],
      ['techreport', 'report RPRT STAND standard GOVDOC'],
      ['unpublished', 'manuscript UNPB'],
      ['misc', 'document GEN'],
    ] as const
  ).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind] as const)),
);

/** What CSL, Zotero or RIS call a kind of work, as BibTeX calls it; `undefined` when BibTeX has no word. */
export function publicationKind(name: string, genre = ''): PublicationKind | undefined {
  const kind = KINDS.get(name);
  return kind === 'phdthesis' && /master|diploma|m\.?sc/i.test(genre) ? 'mastersthesis' : kind;
}
