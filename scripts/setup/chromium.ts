import { join } from 'node:path';
import { install } from './debian';
import type { Environment } from './programs';
import { isProgram, onPath } from './programs';

// Branded Chrome is left out on purpose: since version 137 it ignores --load-extension.
const NAMES = ['chromium', 'chromium-browser', 'ungoogled-chromium', 'brave-browser', 'brave'];
const EDGE = ['microsoft-edge', 'microsoft-edge-stable'];

const MAC = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Brave Browser.app/Contents/MacOS/Brave Browser',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const WINDOWS = [
  'Chromium\\Application\\chrome.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];
const LINUX = ['/usr/lib/chromium/chromium', '/snap/bin/chromium', '/opt/brave.com/brave/brave'];

export const NO_CHROMIUM =
  'No Chromium found: install Chromium, Brave or Edge (Google Chrome ignores --load-extension), or set CHROMIUM_PATH to one.';

/**
 * The program of a Chromium that loads extensions from the command line: `CHROMIUM_PATH`, then
 * `PATH`, then where installers put it. Throws when `CHROMIUM_PATH` names no program.
 */
export function findChromium(
  env: Environment = process.env,
  usual: readonly string[] = usualPlaces(env),
): string | undefined {
  const chosen = env['CHROMIUM_PATH'];
  if (chosen && !isProgram(chosen)) throw new Error(`CHROMIUM_PATH is no program: ${chosen}`);
  return chosen || onPath([...NAMES, ...EDGE], env) || usual.find(isProgram);
}

/** Finds Chromium, or installs it where that needs no question. Throws a sentence how to get one. */
export async function ensureChromium(): Promise<string> {
  const found = findChromium() ?? ((await install(['chromium'])) ? findChromium() : undefined);
  if (!found) throw new Error(NO_CHROMIUM);
  return found;
}

function usualPlaces(env: Environment): string[] {
  if (process.platform === 'darwin') return MAC;
  if (process.platform !== 'win32') return LINUX;
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
    (name) => env[name] ?? [],
  );
  return roots.flatMap((root) => WINDOWS.map((place) => join(root, place)));
}
