import type { IsoDate } from '@/utils/domain/paper';
import { foldText, plainWord } from '@/utils/query/fold';
import type { Atom, Query } from '@/utils/query/query';
import type { Subject } from '@/utils/query/subject';

/** The meaning of a query, written down once more without any thought of speed. */
export function naively(query: Query, subject: Subject, today: IsoDate): boolean {
  switch (query.kind) {
    case 'and':
      return query.parts.every((part) => naively(part, subject, today));
    case 'or':
      return query.parts.some((part) => naively(part, subject, today));
    case 'not':
      return !naively(query.part, subject, today);
    default:
      return answers(query, subject, today);
  }
}

function answers(atom: Atom, subject: Subject, today: IsoDate): boolean {
  const { tags = [], categories = [], authors, published, saved, note } = subject;
  switch (atom.kind) {
    case 'text':
      return textsFor(atom.field, subject).some((text) =>
        atom.prefix ? hasBeginning(text, atom.text) : hasPhrase(text, atom.text),
      );
    case 'pattern':
      return textsFor(atom.field, subject).some((text) => new RegExp(atom.source, 'i').test(text));
    case 'tag':
      return tags.some((tag) => tag.toLowerCase() === atom.name.toLowerCase());
    case 'name':
      return categories.some((name) =>
        [name.toLowerCase(), name.toLowerCase().split('.')[0]].includes(atom.value),
      );
    case 'number': {
      const values = { upvotes: subject.upvotes, authors: authors?.length, comments: undefined };
      const year = published === undefined ? undefined : Number(published.slice(0, 4));
      const value = atom.field === 'year' ? year : values[atom.field];
      if (value === undefined) return false;
      return value >= (atom.from ?? -1) && value <= (atom.to ?? 1e9);
    }
    case 'date': {
      const day = (atom.field === 'published' ? published : saved)?.slice(0, 10);
      if (day === undefined) return false;
      return day >= (atom.from ?? '0') && day < (atom.before ?? '9');
    }
    case 'age': {
      if (saved === undefined) return false;
      const days = (Date.parse(today) - Date.parse(saved.slice(0, 10))) / 86_400_000;
      return atom.than === 'younger' ? days < atom.days : days > atom.days;
    }
    case 'flag': {
      const facts: Record<string, boolean> = {
        saved: saved !== undefined,
        starred: subject.isStarred ?? false,
        reading: subject.state === 'reading',
        untagged: saved !== undefined && tags.length === 0,
        code: subject.hasCode ?? false,
        note: Boolean(note),
      };
      return facts[atom.value] ?? false;
    }
  }
}

function textsFor(field: string | undefined, subject: Subject): string[] {
  const { title, abstract, note, organization, authors = [], tags = [] } = subject;
  const byField: Record<string, unknown[]> = {
    title: [title],
    abstract: [abstract],
    note: [note],
    org: [organization],
  };
  const texts = field ? byField[field] : [title, abstract, note, organization, ...authors, ...tags];
  return (texts ?? []).filter((text): text is string => typeof text === 'string');
}

function hasPhrase(text: string, wanted: string): boolean {
  return ` ${foldText(text).stems.join(' ')} `.includes(` ${foldText(wanted).stems.join(' ')} `);
}

function hasBeginning(text: string, wanted: string): boolean {
  const { starts, ends } = foldText(text);
  return starts.some((start, at) => plainWord(text.slice(start, ends[at])).startsWith(wanted));
}
