import type { Library } from '@/utils/domain/library';
import type { Operation } from '@/utils/domain/operation';
import type { PaperId } from '@/utils/domain/paper-id';
import { bibtex, citePublication, setCited } from './citing';
import type { OffprintDatabase } from './database';
import { fetchAuthors, findPublished, sendToZotero } from './fetching';
import { actsOn, details, editPaper } from './describing';
import { duplicates, mergePapers, setDistinct } from './duplicates';
import { figures } from './figures';
import { find, findDays, findIds } from './finding';
import { setDigit } from './digits';
import { hide, unhide } from './hiding';
import { importPapers } from './importing';
import { noteHits, ruleRecords } from './hits';
import { patternsIn, reachOf } from './reaching';
import { addRule, addRules, editRule, removeRules, setPaused, setSeenAction } from './ruling';
import { suggest } from './suggesting';
import { note } from './noting';
import { parseCount, parseId, parseIds, parseText } from './parse-arguments';
import type { Store, StoreParts } from './parts';
import { clearSandbox } from './sandbox';
import { sweepTrash } from './sweeping';
import { removeTag, renameTag, setColour } from './tagging';
import { topicsOf } from './proposing';
import { changeMany, countBulk } from './bulk';
import { pinKeys, previewKeys, setKeys } from './citation-keys';
import { citeOptions, setCiteOptions } from './cite-settings';
import { commitImport, dropImport, stageImport } from './staging';
import { stopTask } from './tasks';
import { save, setState, star, tag, untag } from './saving';
import { listTags, readRuling, see, known as standing } from './seeing';
import { mainId, withAliases } from './aliases';
import { addSearch, editSearch, keep, removeSearch, searches } from './searches';
import { type Run, steady } from './steady';
import { countSince, goBack, history } from './history';
import { undo } from './undo';

const LONGEST_HISTORY = 1_000;

/** Papers of one change whose other ids are looked up. */
const MANY = 200;

/** The library on IndexedDB. Opens the database with its first verb, not before. */
export function storedLibrary(db: OffprintDatabase, parts: StoreParts): Library {
  const store = { db, parts };
  const reading = steady(db, 'Not read');
  const writing = steady(db, 'Not saved');

  /** Under all their ids, as listings may know them; who hears of more looks at everything anyway. */
  function known(ids: readonly PaperId[]): Promise<readonly PaperId[]> {
    return ids.length > MANY ? Promise.resolve(ids) : reading(() => withAliases(db, ids));
  }

  /** Stores, then tells every page which papers to look at again. */
  async function changing<Result>(
    work: () => Promise<Result>,
    ids: (result: Result) => readonly PaperId[],
    rules = false,
  ): Promise<Result> {
    const result = await writing(work);
    parts.announce({ ids: await known(ids(result)), rules });
    return result;
  }

  /** The same for work that is one operation, and knows its papers itself. */
  async function operating(
    work: () => Promise<Operation | undefined>,
    rules = false,
  ): Promise<{ readonly operation?: string }> {
    return done((await changing(work, (operation) => operation?.papers ?? [], rules))?.id);
  }

  return {
    see: (site, readings) => writing(() => see(store, site, readings)),
    known: (ids) => reading(() => standing(store, parseIds(ids))),

    save: (subject) => changing(() => save(store, subject), one),
    tag: (subject, name) => changing(() => tag(store, subject, name), one),
    untag: (id, name) => changing(() => untag(store, id, name), one),
    note: (subject, text) => changing(() => note(store, subject, text), one),
    setState: (subject, state) => changing(() => setState(store, subject, state), one),
    star: (subject, starred) => changing(() => star(store, subject, starred), one),
    trash: (ids) => operating(() => changeMany(store, ids, { kind: 'trash' })),
    restore: (ids) => operating(() => changeMany(store, ids, { kind: 'restore' })),
    async changeMany(ids, wanted, task) {
      const operation = await changing(
        () => changeMany(store, ids, wanted, task),
        (made) => made?.papers ?? [],
      );
      return { ...done(operation?.id), count: operation?.papers.length ?? 0 };
    },
    countMany: (ids, wanted) => reading(() => countBulk(store, ids, wanted)),
    stop: (task) => Promise.resolve(stopTask(parseText(task))),

    sweepTrash: () => operating(() => sweepTrash(store)),

    hide: (subject) => changing(() => hide(store, subject), one),
    unhide: (id) => changing(() => unhide(store, id), one),
    ...ruleVerbs(store, { reading, writing, changing, operating }),

    tags: () => reading(() => listTags(db)),
    setDigit: (name, digit) => changing(async () => done(await setDigit(store, name, digit)), none),

    setColour: (name, colour) =>
      changing(async () => done(await setColour(store, name, colour)), none),
    renameTag: (name, to) => operating(() => renameTag(store, name, to), true),
    removeTag: (name) => operating(() => removeTag(store, name)),

    ...tidyingVerbs(store, { reading, writing, changing, operating }),

    find: (question) => reading(() => find(store, question)),
    findIds: (question, from, to) => reading(() => findIds(store, question, from, to)),
    mendIndex: () => Promise.resolve(parts.onDamagedIndex?.()),
    findDays: (question) => reading(() => findDays(store, question)),
    suggest: (field, beginning) => reading(() => suggest(store, field, beginning)),
    details: (id) => reading(() => details(db, id)),
    actsOn: (id) => reading(() => actsOn(db, id)),
    editPaper: (id, edits) => changing(() => editPaper(store, id, edits), one),

    ...citingVerbs(store, { reading, writing, changing, operating }),
    ...importVerbs(store, { reading, writing, changing, operating }),

    ...historyVerbs(store, { reading, writing, changing, operating }),
  };
}

/** How verbs are run, once for all of them. */
type Runs = {
  readonly reading: Run;
  readonly writing: Run;
  changing<Result>(
    work: () => Promise<Result>,
    ids: (result: Result) => readonly PaperId[],
    rules?: boolean,
  ): Promise<Result>;
  operating(
    work: () => Promise<Operation | undefined>,
    rules?: boolean,
  ): Promise<{ readonly operation?: string }>;
};

function ruleVerbs(store: Store, { reading, writing, changing }: Runs) {
  return {
    addRule: (draft) => changing(() => addRule(store, draft), none, true),
    editRule: (id, change) =>
      changing(async () => done(await editRule(store, id, change)), none, true),
    addRules: (drafts, pack) =>
      changing(async () => done(await addRules(store, drafts, pack)), none, true),
    removeRules: (ids) => changing(async () => done(await removeRules(store, ids)), none, true),
    noteHits: (hits) => writing(() => noteHits(store, hits)),
    ruleRecords: () => reading(() => ruleRecords(store)),
    reachOf: (queries) => reading(() => reachOf(store, queries)),
    patternsIn: (patterns, ids) => reading(() => patternsIn(store, patterns, ids)),
    rules: () => reading(async () => (await readRuling(store.db)).rules),
    topics: (id, besides) =>
      reading(async () =>
        topicsOf(store.db, await mainId(store.db, parseId(id)), parseIds(besides)),
      ),
    setPaused: (paused) => changing(() => setPaused(store, paused), none, true),

    setSeenAction: (action) => changing(() => setSeenAction(store, action), none, true),
  } satisfies Partial<Library>;
}

function tidyingVerbs(store: Store, { reading, operating }: Runs) {
  return {
    searches: () => reading(() => searches(store.db)),
    addSearch: (draft) => operating(() => addSearch(store, draft)),
    editSearch: (id, draft) => operating(() => editSearch(store, id, draft)),
    removeSearch: (id) => operating(() => removeSearch(store, id)),
    keep: (ids) => operating(() => keep(store, parseIds(ids))),
    duplicates: () => reading(() => duplicates(store)),
    mergePapers: (keeping, drop, fields) =>
      operating(() => mergePapers(store, keeping, drop, fields)),
    setDistinct: (first, other) => operating(() => setDistinct(store, first, other)),
    figures: (days) => reading(() => figures(store, days)),
  } satisfies Partial<Library>;
}

function citingVerbs(store: Store, { reading, writing, changing, operating }: Runs) {
  const { db } = store;
  return {
    bibtex: (subjects) => writing(() => bibtex(store, subjects)),
    citeOptions: () => reading(() => citeOptions(db)),
    setCiteOptions: (options) => changing(() => setCiteOptions(db, options), none),
    pinKeys: (ids) => writing(() => pinKeys(store, parseIds(ids))),
    previewKeys: (ids) => reading(() => previewKeys(store, ids)),
    setKeys: (keys) => operating(() => setKeys(store, keys)),
    citePublication: (ids, published) => operating(() => citePublication(store, ids, published)),
    setCited: (cited) => changing(() => setCited(db, cited), none, true),
    fetchAuthors: (ids, task) => changing(() => fetchAuthors(store, ids, task), filled),
    findPublished: (ids, sources, task) =>
      changing(
        () => findPublished(store, ids, sources, task),
        ({ found }) => found,
      ),
    // Nothing of the database may be tried twice here: the papers may be in Zotero already.
    sendToZotero: (ids) => sendToZotero(store, ids),
  } satisfies Partial<Library>;
}

function importVerbs(store: Store, { reading, writing, changing }: Runs) {
  return {
    importPapers: (papers) =>
      changing(
        () => importPapers(store, papers),
        () => parseIds(Array.isArray(papers) ? papers.map((one) => one?.reading?.paper?.id) : []),
      ),
    stageImport: (task, papers) => reading(() => stageImport(store, task, papers)),
    commitImport: (task) => changing(() => commitImport(store, task), none, true),
    dropImport: (task) => writing(() => dropImport(store.db, parseText(task))),
  } satisfies Partial<Library>;
}

function filled({ filled: ids }: { readonly filled: readonly PaperId[] }): readonly PaperId[] {
  return ids;
}

function historyVerbs(store: Store, { reading, changing, operating }: Runs) {
  return {
    undo: (operation) =>
      changing(
        () => undo(store, operation),
        (undone) => undone?.ids ?? [],
        true,
      ),
    history: (limit, before) =>
      reading(() => history(store, parseCount(limit, LONGEST_HISTORY), before)),
    countSince: (operation) => reading(() => countSince(store, operation)),
    goBack: (id) => operating(() => goBack(store, id), true),
    clearSandbox: () => operating(() => clearSandbox(store), true),
  } satisfies Partial<Library>;
}

function done(operation: string | undefined): { readonly operation?: string } {
  return operation === undefined ? {} : { operation };
}

function one({ status }: { readonly status: { readonly id: PaperId } }): PaperId[] {
  return [status.id];
}

function none(): PaperId[] {
  return [];
}
