import { install } from './debian';
import type { Environment } from './programs';
import { isProgram, onPath } from './programs';

const USUAL = [
  '/usr/lib/firefox-esr/firefox-esr',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** The program of a Firefox: `FIREFOX_PATH`, then `PATH`, then where installers put it. */
export function findFirefox(
  env: Environment = process.env,
  usual: readonly string[] = USUAL,
): string | undefined {
  const chosen = env['FIREFOX_PATH'];
  if (chosen && !isProgram(chosen)) throw new Error(`FIREFOX_PATH is no program: ${chosen}`);
  return chosen || onPath(['firefox-esr', 'firefox'], env) || usual.find(isProgram);
}

/** Finds Firefox, or installs it where that needs no question; `undefined` when neither works. */
export async function ensureFirefox(): Promise<string | undefined> {
  return findFirefox() ?? ((await install(['firefox-esr'])) ? findFirefox() : undefined);
}
