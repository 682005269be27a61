import type { Library } from './library';

/** The name of something the library can do. */
export type Verb = keyof Library;

/**
 * Who may call a verb: `page` means content scripts too, which share a process with a stranger's
 * page; `own` means the extension's own pages only. `again` says that a call whose answer got lost
 * may be made a second time without doing more.
 */
export const VERBS: Record<Verb, { readonly by: 'page' | 'own'; readonly again: boolean }> = {
  see: { by: 'page', again: true },
  known: { by: 'page', again: true },
  save: { by: 'page', again: true },
  tag: { by: 'page', again: true },
  untag: { by: 'page', again: true },
  note: { by: 'page', again: true },
  setState: { by: 'page', again: true },
  trash: { by: 'own', again: true },
  restore: { by: 'own', again: true },
  importPapers: { by: 'own', again: true },
  star: { by: 'page', again: true },
  changeMany: { by: 'own', again: true },
  countMany: { by: 'own', again: true },
  stop: { by: 'own', again: true },
  sweepTrash: { by: 'own', again: true },
  hide: { by: 'page', again: true },
  unhide: { by: 'page', again: true },
  addRule: { by: 'page', again: false },
  editRule: { by: 'page', again: true },
  addRules: { by: 'own', again: false },
  removeRules: { by: 'page', again: true },
  rules: { by: 'page', again: true },
  noteHits: { by: 'page', again: true },
  ruleRecords: { by: 'own', again: true },
  reachOf: { by: 'page', again: true },
  patternsIn: { by: 'page', again: true },
  topics: { by: 'page', again: true },
  setPaused: { by: 'page', again: true },
  setSeenAction: { by: 'page', again: true },
  suggest: { by: 'page', again: true },
  tags: { by: 'page', again: true },
  setDigit: { by: 'own', again: true },
  setColour: { by: 'own', again: true },
  renameTag: { by: 'own', again: true },
  removeTag: { by: 'own', again: true },
  find: { by: 'own', again: true },
  findIds: { by: 'own', again: true },
  findDays: { by: 'own', again: true },
  mendIndex: { by: 'own', again: true },
  details: { by: 'own', again: true },
  bibtex: { by: 'page', again: true },
  exportBibtex: { by: 'own', again: true },
  fetchAuthors: { by: 'page', again: true },
  undo: { by: 'page', again: false },
  history: { by: 'own', again: true },
  countSince: { by: 'own', again: true },
  goBack: { by: 'own', again: false },
  clearSandbox: { by: 'own', again: true },
};
