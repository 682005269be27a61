import type { IsoDate } from '@/utils/domain/paper';

/** Fields that hold text and are searched for words. */
export type TextField = 'title' | 'abstract' | 'author' | 'note' | 'venue' | 'org';

/** Fields that hold one of a site's own names, compared whole and without case. */
export type NameField = 'cat' | 'primary' | 'site' | 'by' | 'id';

export type NumberField = 'upvotes' | 'comments' | 'authors' | 'year';

export type DateField = 'published' | 'saved' | 'seen';

/** The flags of one paper, by the word that asks for them. */
export type Flags = {
  readonly is:
    | 'saved'
    | 'seen'
    | 'new'
    | 'starred'
    | 'inbox'
    | 'to-read'
    | 'reading'
    | 'read'
    | 'skipped'
    | 'hidden'
    | 'untagged'
    | 'trashed'
    | 'withdrawn';
  readonly has: 'code' | 'note' | 'key' | 'pdf';
  readonly listed: 'new' | 'cross' | 'replaced';
};

/** One thing a query asks for. */
export type Atom =
  | {
      readonly kind: 'text';
      /** Absent: anywhere. */
      readonly field?: TextField;
      readonly text: string;
      /** The beginning of its last word is enough: `diffus*`. */
      readonly prefix: boolean;
      /** That word is still being typed, and may be whole already. */
      readonly unfinished?: true;
    }
  | {
      readonly kind: 'pattern';
      /** Absent: anywhere. */
      readonly field?: TextField;
      /** A regular expression, without its slashes. */
      readonly source: string;
    }
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'name'; readonly field: NameField; readonly value: string }
  | {
      readonly kind: 'number';
      readonly field: NumberField;
      /** Both count as inside; at least one is there. */
      readonly from?: number;
      readonly to?: number;
    }
  | {
      readonly kind: 'date';
      readonly field: DateField;
      /** The first day inside, and the first one after it; at least one is there. */
      readonly from?: IsoDate;
      readonly before?: IsoDate;
    }
  | {
      readonly kind: 'age';
      readonly field: DateField;
      readonly days: number;
      /** Younger than so many days, or older. */
      readonly than: 'younger' | 'older';
    }
  | {
      readonly [Field in keyof Flags]: {
        readonly kind: 'flag';
        readonly field: Field;
        readonly value: Flags[Field];
      };
    }[keyof Flags];

/** What a query asks for, as a tree. An `and` without parts holds for every paper. */
export type Query =
  | Atom
  | { readonly kind: 'not'; readonly part: Query }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Query[] };

/** The query that every paper answers. */
export const EVERYTHING: Query = { kind: 'and', parts: [] };

/** All or one of these, without groups in groups of their own kind. */
export function joined(kind: 'and' | 'or', parts: readonly Query[]): Query {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const [only] = flat;
  return only && flat.length === 1 ? only : { kind, parts: flat };
}

/** Every atom of a query, with whether it stands under an odd number of minuses. */
export function atomsOf(query: Query, negated = false): { atom: Atom; negated: boolean }[] {
  switch (query.kind) {
    case 'not':
      return atomsOf(query.part, !negated);
    case 'and':
    case 'or':
      return query.parts.flatMap((part) => atomsOf(part, negated));
    default:
      return [{ atom: query, negated }];
  }
}
