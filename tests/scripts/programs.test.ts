import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { findChromium } from '../../scripts/setup/chromium';
import { mayInstall } from '../../scripts/setup/debian';
import { findFirefox } from '../../scripts/setup/firefox';
import { missingForLatex } from '../../scripts/setup/latex';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'programs-'));
});

/** Puts an empty program into a folder of this test's own, and says where. */
function program(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, 0o755);
  return path;
}

describe('finding Chromium', () => {
  test('takes what CHROMIUM_PATH names before anything else', () => {
    program('chromium');
    const mine = program('my-chromium');
    expect(findChromium({ CHROMIUM_PATH: mine, PATH: folder }, [])).toBe(mine);
  });

  test('says so when CHROMIUM_PATH names no program', () => {
    expect(() => findChromium({ CHROMIUM_PATH: join(folder, 'nothing') }, [])).toThrow(
      'CHROMIUM_PATH is no program',
    );
  });

  test('looks through every folder of PATH', () => {
    const chromium = program('chromium');
    expect(findChromium({ PATH: ['/nowhere', folder].join(delimiter) }, [])).toBe(chromium);
  });

  test('looks where installers put it when PATH has none', () => {
    const app = program('Chromium');
    expect(findChromium({ PATH: '' }, [join(folder, 'absent'), app])).toBe(app);
  });

  test('passes over branded Chrome, which loads no extension', () => {
    program('google-chrome');
    expect(findChromium({ PATH: folder }, [])).toBeUndefined();
  });

  test('passes over folders and files that cannot be run', () => {
    mkdirSync(join(folder, 'chromium'));
    writeFileSync(join(folder, 'chromium-browser'), '');
    expect(findChromium({ PATH: folder }, [])).toBeUndefined();
  });
});

test('Firefox ESR comes before another Firefox', () => {
  program('firefox');
  const esr = program('firefox-esr');
  expect(findFirefox({ PATH: folder }, [])).toBe(esr);
});

test('LaTeX lacks what PATH does not lead to', () => {
  program('bibtex');
  expect(missingForLatex({ PATH: folder })).toEqual(['pdflatex', 'pdftotext']);
});

describe('installing packages of the system', () => {
  test('needs root, Debian and apt-get', () => {
    program('apt-get');
    expect(mayInstall({ PATH: folder }, true, true)).toBe(true);
    expect(mayInstall({ PATH: folder }, false, true)).toBe(false);
    expect(mayInstall({ PATH: folder }, true, false)).toBe(false);
    expect(mayInstall({ PATH: '' }, true, true)).toBe(false);
  });
});
