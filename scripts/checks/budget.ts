import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const CONTENT_SCRIPT_BUDGET = 45_000;

/** The bytes of one entry point after gzip, each file packed by itself. */
export type EntrySize = { readonly entry: string; readonly bytes: number; readonly files: number };

/** A sentence when a content script, with its style sheet, outgrew its budget. */
export function overBudget(folder: string): string | undefined {
  const large = contentScripts(folder).find(({ bytes }) => bytes > CONTENT_SCRIPT_BUDGET);
  if (!large) return undefined;
  return `The ${large.entry} is ${large.bytes} bytes after gzip; every page of its site pays for it, so it may be ${CONTENT_SCRIPT_BUDGET}.`;
}

/** The sizes of all entry points of a built extension. */
export function entrySizes(folder: string): EntrySize[] {
  const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
  return [
    ...contentScripts(folder),
    sized(folder, 'editors, when first wanted', ['editors.js']),
    sized(folder, 'background', backgroundFiles(folder)),
    ...pages.map((page) => sized(folder, page, [page, ...loadedBy(folder, page)])),
  ];
}

/** One for each site, with the style sheet that comes with it. */
function contentScripts(folder: string): EntrySize[] {
  return readdirSync(join(folder, 'content-scripts'))
    .filter((file) => file.endsWith('.js'))
    .map((file) => file.slice(0, -'.js'.length))
    .map((name) =>
      sized(folder, `content script for ${name}`, [
        `content-scripts/${name}.js`,
        `content-scripts/${name}.css`,
      ]),
    );
}

function backgroundFiles(folder: string): string[] {
  const { background } = manifest(folder);
  return [background?.service_worker ?? [], background?.scripts ?? []].flat();
}

/** What a page loads: the scripts and sheets it names, and what those scripts import. */
function loadedBy(folder: string, page: string): string[] {
  const named = [...readFileSync(join(folder, page), 'utf8').matchAll(/(?:src|href)="\/([^"]+)"/g)];
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    if (file.endsWith('.js')) importedBy(folder, file).forEach(visit);
  };
  named.flatMap(([, file]) => file ?? []).forEach(visit);
  return [...seen];
}

function importedBy(folder: string, file: string): string[] {
  const code = readFileSync(join(folder, file), 'utf8');
  return [...code.matchAll(/(?:from|import)\s*"(\.{1,2}\/[^"]+\.js)"/g)].flatMap(([, path]) =>
    path ? join(file, '..', path) : [],
  );
}

function sized(folder: string, entry: string, files: readonly string[]): EntrySize {
  const bytes = files
    .map((file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length)
    .reduce((sum, size) => sum + size, 0);
  return { entry, bytes, files: files.length };
}

function manifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
}

type Manifest = {
  readonly background?: {
    readonly service_worker?: string;
    readonly scripts?: readonly string[];
  };
};
