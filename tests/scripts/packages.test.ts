import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

// The module is plain JavaScript without types, so a Node of its own runs it, as npm does.
function ask(expression: string): string {
  const code = `const m = await import('./scripts/setup/packages.mjs'); console.log(${expression})`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
  }).trim();
}

function project(installed: object | undefined): string {
  const root = mkdtempSync(join(tmpdir(), 'packages-'));
  const locked = {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/for-windows': { version: '1.0.0', optional: true },
  };
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: locked }));
  if (installed) {
    mkdirSync(join(root, 'node_modules'));
    const lock = JSON.stringify({ packages: installed });
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), lock);
  }
  return root;
}

test('packages are missing on a fresh clone', () => {
  expect(ask(`m.areInstalled(${JSON.stringify(project(undefined))})`)).toBe('false');
});

test('packages of another version are out of date', () => {
  const root = project({ 'node_modules/a': { version: '0.9.0' } });
  expect(ask(`m.areInstalled(${JSON.stringify(root)})`)).toBe('false');
});

test('packages for another platform need not be there', () => {
  const root = project({ 'node_modules/a': { version: '1.0.0' } });
  expect(ask(`m.areInstalled(${JSON.stringify(root)})`)).toBe('true');
});

test('a Node that is too old is named in one sentence', () => {
  const message = ask(
    `(() => { try { m.checkNode('18.19.0') } catch (e) { return e.message } })()`,
  );
  expect(message).toBe('Offprint needs Node 20.19 or newer; this is 18.19.0.');
  expect(ask(`m.checkNode('20.19.0')`)).toBe('undefined');
});
