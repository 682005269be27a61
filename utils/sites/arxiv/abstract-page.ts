import type { PaperId } from '@/utils/domain/paper-id';
import { attribute, maybe, named, textOf } from '@/utils/page/select';
import type { Card } from '../site';
import { areAuthorsWhole } from './fields';
import { type Told, dated, doiAmong, hasClass, readEntry } from './entry';
import type { Entries } from './list-page';
import { paperIn } from './paper-link';
import { dayIn } from './shown-dates';

/**
 * Reads the page of one paper: `#abs` with its title, names and abstract, and a table of the rest
 * (arXiv's own template `abs.html`, 2026-06).
 */
export function abstractEntry(document: Document, id: PaperId): Entries {
  const frame = maybe(document, '#abs');
  const title = frame && maybe(frame, 'h1.title');
  const authors = frame && maybe(frame, '.authors');
  const dateline = frame && maybe(frame, '.dateline');
  const isSame = saidIds(document).every((said) => said === id);
  if (!frame || !title || !authors || !dateline || !isSame) return { cards: [], understood: false };
  const cell = (name: string): Element | undefined =>
    named(frame, 'td').find((td) => hasClass(td, name) && !hasClass(td, 'label'));
  const fields = {
    title,
    authors,
    abstract: maybe(frame, 'blockquote.abstract'),
    comment: cell('comments'),
    journalRef: cell('jref'),
    subjects: cell('subjects'),
  };
  const card: Card = {
    id,
    main: frame,
    parts: [frame],
    anchor: dateline,
    place: 'end',
    read: () =>
      readEntry(id, fields, {
        ...daysIn(textOf(dateline)),
        ...versionIn(document, textOf(dateline)),
        ...doiAmong(linksIn(cell('doi'))),
      }),
  };
  return { cards: [card], understood: areAuthorsWhole(authors) };
}

/** The identifiers that the page tells to machines. */
function saidIds(document: Document): PaperId[] {
  return named(document, 'meta').flatMap((meta) => {
    if (attribute(meta, 'name') !== 'citation_arxiv_id') return [];
    return paperIn(`/abs/${attribute(meta, 'content') ?? ''}`)?.id ?? [];
  });
}

/** `[Submitted on 17 Jun 2021 (v1), last revised 16 Oct 2021 (this version, v2)]`. */
function daysIn(dateline: string): Pick<Told, 'published' | 'updated'> {
  const [first = '', ...later] = dateline.split(/,\s*(?=(?:last )?revised|latest)/);
  return {
    ...dated('published', dayIn(first)),
    ...dated('updated', dayIn(later.at(-1) ?? '')),
  };
}

/** The number of the latest version; the page of an older one names it too. */
function versionIn(document: Document, dateline: string): Pick<Told, 'version'> {
  const history = maybe(document, '.submission-history');
  const text = `${dateline} ${history ? textOf(history, 20_000) : ''}`;
  const numbers = [...text.matchAll(/\bv(\d{1,3})\b/g)].map(([, number]) => Number(number));
  return numbers.length > 0 ? { version: Math.max(...numbers) } : {};
}

function linksIn(cell: Element | undefined): Element[] {
  return cell ? named(cell, 'a') : [];
}
