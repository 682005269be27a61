import { type PaperId, arxivIdOf } from '@/utils/domain/paper-id';
import { parse } from './parse';
import { print } from './print';
import { joined } from './query';

/** A rule's `unless` that leaves one more paper alone. */
export function withException(unless: string | undefined, id: PaperId): string {
  const paper = { kind: 'name', field: 'id', value: arxivIdOf(id) ?? id } as const;
  const before = unless === undefined ? [] : [parse(unless).query];
  return print(joined('or', [...before, paper]));
}
