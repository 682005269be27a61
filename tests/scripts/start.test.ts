import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { extensionIdOf } from '../../scripts/browser/launch';
import { wishOf } from '../../scripts/demo/start';
import { fingerprint } from '../../scripts/setup/build';

test('npm start opens a window where there is a display', () => {
  expect(wishOf([], true)).toEqual({ headless: false });
  expect(wishOf([], false)).toEqual({ headless: true });
  expect(wishOf(['--headless'], true)).toEqual({ headless: true });
});

test('npm start -- URL opens that page', () => {
  const url = 'https://huggingface.co/papers';
  expect(wishOf([url], true)).toEqual({ headless: false, url });
  expect(wishOf(['--headless', url], true)).toEqual({ headless: true, url });
});

test('npm start refuses what it does not know', () => {
  expect(() => wishOf(['--headles'], true)).toThrow('Unknown argument --headles');
  expect(() => wishOf(['huggingface.co/papers'], true)).toThrow('is no web address');
  expect(() => wishOf(['https://a.example', 'https://b.example'], true)).toThrow(
    'Unknown argument',
  );
});

test('an extension’s id is 32 letters of its folder’s path', () => {
  expect(extensionIdOf('/')).toMatch(/^[a-p]{32}$/);
  expect(extensionIdOf('/')).toBe(extensionIdOf('/usr/..'));
});

test('the fingerprint of the sources changes with any byte and any file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sources-'));
  writeFileSync(join(folder, 'a'), '1');
  const before = fingerprint([folder]);
  expect(fingerprint([folder, join(folder, 'absent')])).toBe(before);
  writeFileSync(join(folder, 'a'), '2');
  const edited = fingerprint([folder]);
  writeFileSync(join(folder, 'b'), '');
  expect(new Set([before, edited, fingerprint([folder])]).size).toBe(3);
});
