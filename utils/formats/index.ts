import { BIBLATEX } from './biblatex';
import { BIBTEX } from './bibtex';
import { CITE_COMMAND } from './cite-command';
import { CSL_JSON } from './csl-json';
import { CSV } from './csv';
import type { ExportFormat } from './format';
import { LINE, REFERENCE } from './line-template';
import { MARKDOWN_LIST } from './markdown-list';
import { MARKDOWN_NOTE } from './markdown-note';
import { MARKDOWN_TABLE } from './markdown-table';
import { RIS } from './ris';

/** Every format papers are written in, in the order in which they are offered. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  BIBTEX,
  BIBLATEX,
  CSL_JSON,
  RIS,
  MARKDOWN_LIST,
  MARKDOWN_TABLE,
  MARKDOWN_NOTE,
  CSV,
  REFERENCE,
  CITE_COMMAND,
  LINE,
];
