import type { IsoDate } from '@/utils/domain/paper';
import { tagKey } from '@/utils/domain/tag';
import type { Atom, DateField } from './query';
import type { Subject } from './subject';

/** A test of what is known of a subject beside its texts; ages count from `today`. */
export function factTest(
  atom: Exclude<Atom, { kind: 'text' | 'pattern' }>,
  today: IsoDate,
): (subject: Subject) => boolean {
  switch (atom.kind) {
    case 'tag': {
      const key = tagKey(atom.name);
      return (subject) => (subject.tags ?? []).some((tag) => tagKey(tag) === key);
    }
    case 'name': {
      const { field, value } = atom;
      return (subject) => namesIn(subject, field).some((name) => isNamed(name, value, field));
    }
    case 'number': {
      const { field, from = 0, to = Infinity } = atom;
      return (subject) => {
        const number = numberIn(subject, field);
        return number !== undefined && number >= from && number <= to;
      };
    }
    case 'date': {
      const { field, from = '', before = '9999' } = atom;
      return (subject) => {
        const day = dayIn(subject, field);
        return day !== undefined && day >= from && day < before;
      };
    }
    case 'age': {
      const { field, than } = atom;
      const limit = new Date(Date.parse(today) - atom.days * DAY_MS).toISOString().slice(0, 10);
      return (subject) => {
        const day = dayIn(subject, field);
        return day !== undefined && (than === 'younger' ? day > limit : day < limit);
      };
    }
    case 'flag':
      return (subject) => hasFlag(subject, atom);
  }
}

const DAY_MS = 86_400_000;

type NameAtom = Extract<Atom, { kind: 'name' }>;

function namesIn(subject: Subject, field: NameAtom['field']): readonly string[] {
  switch (field) {
    case 'cat':
      return [
        ...(subject.categories ?? []),
        ...(subject.primaryCategory ? [subject.primaryCategory] : []),
      ];
    case 'primary':
      return subject.primaryCategory ? [subject.primaryCategory] : [];
    case 'site':
      return subject.sites ?? [];
    case 'by':
      return subject.submitter ? [subject.submitter] : [];
    case 'id':
      return subject.id === undefined ? [] : [subject.id, subject.id.replace(/^[a-z]+:/, '')];
  }
}

/** `cs` is every category of computer science; other names are whole. */
function isNamed(name: string, value: string, field: NameAtom['field']): boolean {
  const known = name.toLowerCase();
  const isCategory = field === 'cat' || field === 'primary';
  return known === value || (isCategory && known.startsWith(`${value}.`));
}

function numberIn(
  { upvotes, comments, authors, authorCount, published }: Subject,
  field: Extract<Atom, { kind: 'number' }>['field'],
): number | undefined {
  switch (field) {
    case 'upvotes':
      return upvotes;
    case 'comments':
      return comments;
    case 'authors':
      return authorCount ?? authors?.length;
    case 'year':
      return published === undefined ? undefined : Number(published.slice(0, 4));
  }
}

function dayIn(subject: Subject, field: DateField): IsoDate | undefined {
  return subject[field]?.slice(0, 10);
}

function hasFlag(subject: Subject, { field, value }: Extract<Atom, { kind: 'flag' }>): boolean {
  if (field === 'listed') return subject.listedAs === value;
  const isSaved = subject.saved !== undefined && !subject.isTrashed;
  const facts: Record<string, boolean | undefined> =
    field === 'has'
      ? {
          code: subject.hasCode,
          note: subject.note !== undefined && subject.note !== '',
          key: subject.hasKey,
          pdf: subject.hasPdf,
        }
      : {
          saved: isSaved,
          seen: subject.seen !== undefined,
          new: subject.isNew,
          starred: subject.isStarred,
          hidden: subject.isHidden,
          trashed: subject.isTrashed,
          withdrawn: subject.isWithdrawn,
          untagged: isSaved && (subject.tags ?? []).length === 0,
          [subject.state ?? '']: true,
        };
  return facts[value] === true;
}
