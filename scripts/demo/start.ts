import { mkdirSync, realpathSync } from 'node:fs';
import { extensionIdOf } from '../browser/launch';
import { build } from '../setup/build';
import { ensureChromium } from '../setup/chromium';
import { say } from '../setup/progress';
import { play } from './play';
import { showPage } from './show-page';
import { openWindow } from './window';

/** What the person at the terminal asked for. */
export type Wish = {
  readonly headless: boolean;
  /** A page to open instead of the bundled demo. */
  readonly url?: string;
};

const FOLDER = '.output/demo';

/** Builds Offprint and shows it: in a window, or headless with screenshots when there is no display. */
export async function start(args: readonly string[]): Promise<void> {
  const wish = wishOf(args);
  const program = await ensureChromium();
  say(`Using ${program}`);
  const extension = realpathSync(await build('chrome'));
  mkdirSync(FOLDER, { recursive: true });
  const setting = { program, extension, folder: FOLDER };
  const demo = `chrome-extension://${extensionIdOf(extension)}/demo.html`;
  if (!wish.headless) return openWindow(setting, wish.url ?? demo);
  return wish.url ? showPage(setting, wish.url) : play(setting, demo);
}

/** Reads the arguments. Throws a sentence when there is one it does not know. */
export function wishOf(args: readonly string[], hasDisplay = thereIsADisplay()): Wish {
  const urls = args.filter((arg) => !arg.startsWith('--'));
  const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--headless');
  const [url] = urls;
  if (unknown || urls.length > 1) {
    throw new Error(
      `Unknown argument ${unknown ?? urls[1]}: say npm start, npm start -- URL, or npm start -- --headless [URL].`,
    );
  }
  if (url !== undefined && !/^https?:\/\/[^/]/.test(url)) {
    throw new Error(`${url} is no web address: it must begin with https:// or http://.`);
  }
  return { headless: args.includes('--headless') || !hasDisplay, ...(url && { url }) };
}

function thereIsADisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}
