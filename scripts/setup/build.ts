import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tool } from './command';
import { say } from './progress';

/** A browser Offprint is built for. */
export type Target = 'chrome' | 'firefox';

const SOURCES = [
  'entrypoints',
  'components',
  'utils',
  'public',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'wxt.config.ts',
];

/** The folder WXT builds into. */
export function buildFolder(target: Target): string {
  return join(process.cwd(), '.output', `${target}-mv3`);
}

/**
 * Builds the extension, unless the sources are those of the last build. Resolves to its folder.
 * Throws with the build's last lines when it fails.
 */
export async function build(target: Target): Promise<string> {
  const folder = buildFolder(target);
  const stamp = join(process.cwd(), '.output', `${target}-mv3.sources`);
  const sources = fingerprint(SOURCES);
  if (existsSync(join(folder, 'manifest.json')) && readIfThere(stamp) === sources) {
    say(`The build for ${target} is up to date.`);
    return folder;
  }
  const args = target === 'firefox' ? ['build', '-b', 'firefox', '--mv3'] : ['build'];
  const { code, output } = await tool('wxt', args, { label: `Building for ${target}` });
  if (code !== 0) throw new Error(`${output.trim()}\nThe build for ${target} failed.`);
  writeFileSync(stamp, sources);
  return folder;
}

/** One hash over the names and bytes of all files under these paths; absent paths count as empty. */
export function fingerprint(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesUnder)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesUnder(join(path, name)));
}

function readIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
