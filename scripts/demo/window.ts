import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { switches } from '../browser/launch';
import { say } from '../setup/progress';

/** What every way of showing Offprint needs. */
export type Setting = {
  readonly program: string;
  readonly extension: string;
  /** Where profile, screenshots and files go. */
  readonly folder: string;
};

/** Opens a window on `url`, with a profile that is kept, and resolves when the browser is closed. */
export function openWindow({ program, extension, folder }: Setting, url: string): Promise<void> {
  const profile = join(process.cwd(), folder, 'profile');
  say(`Opening ${url}`);
  say('Offprint stays until you close the browser.');
  const args = [...switches(extension), `--user-data-dir=${profile}`, '--lang=en-US', url];
  return new Promise((resolve, reject) => {
    const browser = spawn(program, args, { stdio: 'ignore' });
    browser.on('error', (error) => reject(new Error(`Chromium did not start: ${error.message}`)));
    browser.on('exit', (code) =>
      code ? reject(new Error(`Chromium ended with code ${code}.`)) : resolve(),
    );
  });
}
