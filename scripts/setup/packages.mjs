// Plain JavaScript on Node's own modules: this runs before any package is installed.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const OLDEST_NODE = [20, 19];
const STILL_WORKING_EVERY = 10_000;

/**
 * Makes the project's npm packages be there, in the versions of the lock file, and lets this process
 * import TypeScript from then on. Throws `Error` with a sentence for the person at the terminal.
 */
export async function preparePackages() {
  process.chdir(ROOT);
  checkNode(process.versions.node);
  if (!areInstalled(ROOT)) {
    await npm('Installing npm packages', ['ci', '--loglevel=error', '--no-fund', '--no-audit']);
  }
  if (!existsSync(`${ROOT}/.wxt/tsconfig.json`)) {
    await npm('Preparing WXT', ['exec', '--', 'wxt', 'prepare']);
  }
  const { register } = await import('tsx/esm/api');
  register();
}

/** Throws when this Node is too old to run the tools. */
export function checkNode(version) {
  const [major, minor] = version.split('.').map(Number);
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  if (isOld) {
    throw new Error(`Offprint needs Node ${OLDEST_NODE.join('.')} or newer; this is ${version}.`);
  }
}

/** Whether `node_modules` holds what the lock file says; packages for other platforms may be absent. */
export function areInstalled(root) {
  const wanted = lockedPackages(`${root}/package-lock.json`);
  const present = lockedPackages(`${root}/node_modules/.package-lock.json`);
  return Object.entries(wanted)
    .filter(([path, { optional, devOptional, peer }]) => path && !optional && !devOptional && !peer)
    .every(([path, { version }]) => present[path]?.version === version);
}

function lockedPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

function npm(label, args) {
  say(`${label} …`);
  const reminder = setInterval(() => say(`… still at it: ${label}`), STILL_WORKING_EVERY);
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.on('error', () => reject(new Error('npm could not be started: is it installed?')));
    child.on('exit', (code) =>
      code === 0
        ? resolve(undefined)
        : reject(new Error(`${label} failed: npm ended with code ${code}. Its reason is above.`)),
    );
  }).finally(() => clearInterval(reminder));
}

function say(line) {
  console.log(`[${(performance.now() / 1000).toFixed(1)} s] ${line}`);
}
