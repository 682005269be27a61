import type { Citable, Citation } from '@/utils/domain/citing';
import { bibtex } from '@/utils/formats/bibtex';
import type { Reader } from './readers';
import { READERS } from './readers';

/** A way to write bibliographies, and what must take them without a complaint. */
export type Writer = {
  readonly name: string;
  write(items: readonly Citable[]): Citation;
  readonly readers: readonly Reader[];
};

/** What is proved; another writer is one line here. */
export const WRITERS: readonly Writer[] = [{ name: 'BibTeX', write: bibtex, readers: READERS }];
