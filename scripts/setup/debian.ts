import { existsSync } from 'node:fs';
import { command } from './command';
import type { Environment } from './programs';
import { onPath } from './programs';

const TRIES = 3;
const QUIET = { DEBIAN_FRONTEND: 'noninteractive' };

let listsAreFresh = false;

/** Whether packages of the system may be installed without asking anybody: root on a Debian. */
export function mayInstall(
  env: Environment = process.env,
  isRoot = process.getuid?.() === 0,
  isDebian = existsSync('/etc/debian_version'),
): boolean {
  return isRoot && isDebian && onPath(['apt-get'], env) !== undefined;
}

/** Installs packages of the system, trying again when the network fails. Resolves to whether it worked. */
export async function install(packages: readonly string[]): Promise<boolean> {
  if (!mayInstall()) return false;
  const label = `Installing ${packages.join(', ')} with apt-get`;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const updated = listsAreFresh || (await aptGet(['update'], 'Updating the package lists'));
    listsAreFresh = updated;
    if (
      updated &&
      (await aptGet(['install', '-y', '--no-install-recommends', ...packages], label))
    ) {
      return true;
    }
    listsAreFresh = false;
  }
  return false;
}

async function aptGet(args: readonly string[], label: string): Promise<boolean> {
  const { code, output } = await command(
    'apt-get',
    ['-qq', '-o', 'Acquire::Retries=3', '-o', 'DPkg::Lock::Timeout=120', ...args],
    { label, env: QUIET },
  );
  if (code !== 0) console.error(lastLines(output));
  return code === 0;
}

function lastLines(output: string): string {
  return output.trim().split('\n').slice(-5).join('\n');
}
