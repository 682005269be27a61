import { existsSync, readFileSync } from 'node:fs';
import type { Paper } from '@/utils/domain/paper';
import { type PaperId, paperId } from '@/utils/domain/paper-id';
import type { Citable } from '@/utils/domain/citing';
import { bibtex } from '@/utils/formats/bibtex';

/** Real records, beside the project where they are at hand; they are other people's and not kept here. */
const RECORDS = '../shared/bibdata';

/** Whether the real records are at hand. */
export const HAS_RECORDS = existsSync(RECORDS);

/** One file of real records. */
export function records<Rows>(name: string): Rows {
  return JSON.parse(readFileSync(`${RECORDS}/${name}.json`, 'utf8')) as Rows;
}

export function id(text: string): PaperId {
  const made = paperId(text);
  if (!made) throw new Error(`${text} is no id`);
  return made;
}

export function paper(fields: Partial<Omit<Paper, 'id'>> & { readonly id?: string }): Paper {
  const { id: given = 'arxiv:2611.00001', ...rest } = fields;
  return { title: 'Lanterns on Slow Rivers', ...rest, id: id(given) };
}

/** A paper to cite. */
export function cited(given: Paper, extras: Partial<Omit<Citable, 'paper'>> = {}): Citable {
  return { paper: given, key: 'key', tags: [], ...extras };
}

/** The fields of the one entry written for a paper, each as it stands between its outer braces. */
export function fieldsOf(given: Paper, extras: { tags?: string[]; note?: string } = {}) {
  const { text } = bibtex([cited(given, extras)]);
  const fields = new Map<string, string>();
  for (const line of text.split('\n').slice(1, -2)) {
    const [, name = '', value = ''] = /^ {2}(\w+) *= (.*?),?$/.exec(line) ?? [];
    fields.set(name, value.replace(/^\{(.*)\}$/s, '$1'));
  }
  return fields;
}
