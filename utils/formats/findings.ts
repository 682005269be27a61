import type { Citable, CitationWarning, Finding } from '@/utils/domain/citing';
import { publicationOf } from '@/utils/domain/asserted-publication';
import { arxivIdOf } from '@/utils/domain/paper-id';
import { fold } from './fold';

/** Gathers what is worth knowing of papers that are written piece by piece. */
export type Inspection = {
  look(items: readonly Citable[], warnings: readonly CitationWarning[]): void;
  /** One finding a kind, the most urgent first. */
  findings(): readonly Finding[];
};

const ORDER = [
  'unreadable',
  'authors-unknown',
  'duplicate',
  'published',
  'characters',
  'dropped-characters',
] as const satisfies readonly Finding['code'][];

type Concerned = { readonly id: Citable['paper']['id']; readonly title: string };

export function inspection(): Inspection {
  const found = new Map<Finding['code'], Concerned[]>();
  const byTitle = new Map<string, Concerned>();
  const note = (code: Finding['code'], paper: Concerned): void => {
    const known = found.get(code);
    if (known) known.push(paper);
    else found.set(code, [paper]);
  };
  return {
    look(items, warnings) {
      for (const { code, id, title, detail } of warnings) {
        note(code, { id, title: detail === undefined ? title : `${title} (${detail})` });
      }
      for (const item of items) {
        const { id, title } = item.paper;
        if (tellsOfPreprint(item) && publicationOf(item.paper)) note('published', { id, title });
        const key = likenessOf(item);
        const other = byTitle.get(key);
        if (other) note('duplicate', { id, title: `${item.key}: ${title}` });
        else byTitle.set(key, { id, title });
      }
    },
    findings: () =>
      ORDER.flatMap((code) => {
        const papers = found.get(code) ?? [];
        if (papers.length === 0) return [];
        return [
          { code, ids: papers.map(({ id }) => id), titles: papers.map(({ title }) => title) },
        ];
      }),
  };
}

function tellsOfPreprint({ paper, citesPublication }: Citable): boolean {
  return citesPublication !== true && arxivIdOf(paper.id) !== undefined;
}

/** The same title with the same first name in it is likely the same work. */
function likenessOf({ paper: { title, authors } }: Citable): string {
  const family = authors?.[0]?.trim().split(/\s+/u).at(-1) ?? '';
  return `${fold(title)} ${fold(family)}`;
}
