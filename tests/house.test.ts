import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { SITE_FACTS } from '@/entrypoints/library/site-facts';
import { optionalSites, requiredSites } from '@/utils/sites';

// What each room holds, as text. Rules here are those no linter knows.
const CODE_FOLDERS = ['entrypoints', 'components', 'utils', 'scripts', 'tests'];
const SOURCES = CODE_FOLDERS.flatMap(filesUnder).filter((file) => /\.(ts|tsx|mjs)$/.test(file));
const PRODUCT = SOURCES.filter((file) => /^(entrypoints|components|utils)\//.test(file));

test('every site is in the list of sites', () => {
  const shared = new Set(['utils/sites/site.ts', 'utils/sites/index.ts']);
  const list = read('utils/sites/index.ts');
  const reached = new Set(graphOf('utils/sites/index.ts'));
  const forgotten = filesUnder('utils/sites').filter(
    (file) => file.endsWith('.ts') && !shared.has(file) && !reached.has(file),
  );
  expect(
    forgotten,
    'Nothing leads from utils/sites/index.ts to these files: import the site there and add it to the list.',
  ).toEqual([]);
  expect(list, 'utils/sites/index.ts lists the sites explicitly').toMatch(/export const sites/);
});

test.each([
  ['always read', requiredSites, false],
  ['read when switched on', optionalSites, true],
] as const)(
  'every site that is %s has its script, and its line on the page of sites',
  (_, group, isLate) => {
    for (const { id } of group) {
      // The scripts of sites that are always read may be called as their files are.
      const folders = [id, id.replace('huggingface', 'hugging-face')];
      const script = folders.map((name) => read(`entrypoints/${name}.content/index.ts`)).join('');
      expect(script, `entrypoints/${id}.content/index.ts runs the site`).toContain(
        'defineContentScript',
      );
      expect(script.includes("registration: 'runtime'"), `${id} is registered in time`).toBe(
        isLate,
      );
      expect(SITE_FACTS[id], `entrypoints/library/site-facts.ts tells of ${id}`).toBeDefined();
    }
  },
);

test('nothing lies loose in utils but the door between contexts', () => {
  const loose = readdirSync('utils', { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'messages.ts')
    .map(({ name }) => name);
  expect(loose, 'Each file of utils/ belongs in a room: which one may it know?').toEqual([]);
});

test('no file has a name that says nothing', () => {
  const empty =
    /(^|[/-])(helpers?|common|misc|utils?|shared|constants|types|manager|stuff)(\.|\/|-)/;
  const nameless = SOURCES.filter((file) => empty.test(file.replace(/^utils\//, '')));
  expect(nameless, 'Call the file after the one noun or verb it exports.').toEqual([]);
});

test('file names are kebab-case', () => {
  const others = SOURCES.filter((file) => !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(base(file)));
  expect(others, 'One spelling for all file names: words-with-hyphens.ts.').toEqual([]);
});

test('only the store knows Dexie', () => {
  const others = using(PRODUCT, /from ['"]dexie['"]/).filter(
    (file) => !file.startsWith('utils/store/'),
  );
  expect(others, 'IndexedDB belongs to utils/store: ask the Library instead.').toEqual([]);
});

test('only the door sends messages', () => {
  const others = using(
    PRODUCT,
    /\b(?:runtime|tabs)\s*\.\s*(?:sendMessage|connect|onMessage)\b/,
  ).filter((file) => file !== 'utils/messages.ts');
  expect(others, 'Messages go through utils/messages.ts, where senders are checked.').toEqual([]);
});

test('no markup is built from text', () => {
  const markup =
    /\.(?:inner|outer)HTML\s*\+?=|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write\(|createContextualFragment/;
  expect(
    using(PRODUCT, markup),
    'Text from pages and people becomes text nodes, never markup.',
  ).toEqual([]);
});

test('no code is built from text', () => {
  expect(
    using(PRODUCT, /\beval\(|new Function\(/),
    'No code at run time: the CSP forbids it.',
  ).toEqual([]);
});

test('every TODO has a month, and it has not passed', () => {
  const month = new Date().toISOString().slice(0, 7);
  const late = SOURCES.filter((file) => file !== 'tests/house.test.ts').flatMap((file) =>
    [...read(file).matchAll(/\bTODO\b(?:\s*\[(\d{4}-\d{2})\])?/g)]
      .filter(([, due]) => due === undefined || due < month)
      .map(([todo]) => `${file}: ${todo}`),
  );
  expect(late, 'Write TODO [YYYY-MM], and do it or date it anew before that month ends.').toEqual(
    [],
  );
});

test('the content script reaches no room that belongs to our own pages', () => {
  const graph = graphOf('entrypoints/listing/run-on.ts');
  const far = graph.filter((file) => /^utils\/(store|search|formats|sync|sources)\//.test(file));
  expect(
    far,
    'Opened from a content script, IndexedDB would be the site’s own: ask through utils/messages.ts.',
  ).toEqual([]);
  expect(graph.length, 'the walk found the content script').toBeGreaterThan(5);
});

test('each message is used, and each message used is there', () => {
  const keys = Object.keys(JSON.parse(read('public/_locales/en/messages.json')) as object);
  const code = [...PRODUCT, 'wxt.config.ts'].map(read).join('\n');
  const manifest = new Set([...code.matchAll(/__MSG_(\w+)__/g)].flatMap(([, key]) => key ?? []));
  const words = new Set(
    [...code.matchAll(/['"`]([A-Za-z]\w*)['"`]/g)].flatMap(([, word]) => word ?? []),
  );
  const isUsed = (key: string): boolean =>
    words.has(key) || manifest.has(key) || words.has(key.replace(/_(one|other)$/, ''));
  expect(
    keys.filter((key) => !isUsed(key)),
    'Nothing shows these messages: remove them from messages.json.',
  ).toEqual([]);
  const called = [...code.matchAll(/\btext\(\s*['"](\w+)['"]/g)].flatMap(([, key]) => key ?? []);
  expect(
    called.filter((key) => !keys.includes(key)),
    'These messages are missing in public/_locales/en/messages.json.',
  ).toEqual([]);
});

/** All source files that a file leads to by imports that stay in the program; types count too. */
function graphOf(entry: string, seen = new Set<string>()): string[] {
  if (seen.has(entry) || !existsSync(entry)) return [...seen];
  seen.add(entry);
  for (const [, clause = '', path = ''] of read(entry).matchAll(
    /(?:import|export)\s+(?!type\b)([^;]*?from\s*)?['"]([^'"]+)['"]/g,
  )) {
    const target = resolved(entry, path);
    if (target && !onlyTypes(clause)) graphOf(target, seen);
  }
  return [...seen];
}

function onlyTypes(clause: string): boolean {
  const names = /\{([^}]*)\}/.exec(clause)?.[1];
  return Boolean(names?.split(',').every((name) => name.trim() === '' || /^\s*type\s/.test(name)));
}

function resolved(from: string, path: string): string | undefined {
  const stem = path.startsWith('@/') ? path.slice(2) : join(dirname(from), path);
  if (!path.startsWith('@/') && !path.startsWith('.')) return undefined;
  return ['', '.ts', '.tsx', '/index.ts', '/index.tsx']
    .map((end) => stem + end)
    .find((file) => /\.\w+$/.test(file) && existsSync(file));
}

function using(files: readonly string[], pattern: RegExp): string[] {
  return files.filter((file) => pattern.test(withoutComments(read(file))));
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
}

function read(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function base(file: string): string {
  return file.split('/').at(-1) ?? file;
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}
