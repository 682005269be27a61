import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const URL = 'https://papers.example/list/today?sort=new';
const PAGE = `<!DOCTYPE html><title>Papers</title><body><ul>
<li><a href="https://arxiv.org/abs/2611.20001v2">Lanterns at Low Tide</a> <a href="https://arxiv.org/pdf/2611.20001">PDF</a></li>
<li><span><a href="https://doi.org/10.1234/INV.7">Harbours Without Ships</a></span></li></ul>
<a href="/about">About</a></body>`;

let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'copy-'));
  for (const folder of ['utils', 'scripts'])
    cpSync(folder, join(copy, folder), { recursive: true });
  mkdirSync(join(copy, 'tests/fixtures'), { recursive: true });
  for (const name of ['node_modules', 'package.json']) symlinkSync(resolve(name), join(copy, name));
  writeFileSync(join(copy, 'page.html'), PAGE);
});

afterAll(() => rmSync(copy, { recursive: true }));

function tsx(...args: string[]): string[] {
  return [resolve('node_modules/tsx/dist/cli.mjs'), '--tsconfig', 'scripts/tsconfig.json', ...args];
}

function sitesNew(...args: string[]): { status: number | null; stderr: string } {
  const command = tsx('scripts/sites-new.ts', ...args);
  return spawnSync(process.execPath, command, { cwd: copy, encoding: 'utf8' });
}

function contentOf(file: string): string {
  return readFileSync(join(copy, file), 'utf8');
}

test('a new site has an adapter, a line in the list, a fixture and a reading, and nothing is overwritten', () => {
  expect(sitesNew('inv-papers', URL, 'page.html', '--now', '2026-11-25')).toMatchObject({
    status: 0,
    stderr: '',
  });
  expect(contentOf('utils/sites/index.ts')).toMatch(/import \{ invPapers \} from '.\/inv-papers';/);
  expect(contentOf('utils/sites/index.ts')).toMatch(/\[[^\]]*\binvPapers\b[^\]]*\];/);
  expect(contentOf('tests/fixtures/inv-papers--page-2026.html')).toBe(
    `<!-- {"url": "${URL}", "now": "2026-11-25"} -->\n${PAGE}`,
  );
  expect(JSON.parse(contentOf('tests/fixtures/inv-papers--page-2026.json'))).toEqual({
    listing: { kind: 'unknown' },
    understood: false,
    papers: [
      { id: 'arxiv:2611.20001', title: 'Lanterns at Low Tide' },
      { id: 'doi:10.1234/inv.7', title: 'Harbours Without Ships' },
    ],
  });

  // The site is there for every command.
  const file = 'tests/fixtures/inv-papers--page-2026.html';
  const cards = tsx('scripts/cards.ts', file, '--url', URL);
  const printed = execFileSync(process.execPath, cards, { cwd: copy, encoding: 'utf8' });
  expect(JSON.parse(printed)).toMatchObject({ site: 'inv-papers', papers: [{}, {}] });

  const written = contentOf('utils/sites/inv-papers.ts');
  const again = sitesNew('inv-papers', URL, 'page.html', '--now', '2026-11-25');
  expect(again.status).toBe(2);
  expect(again.stderr).toContain('utils/sites/inv-papers.ts is there already');
  expect(contentOf('utils/sites/inv-papers.ts')).toBe(written);
});

test.each([
  ['a file that is not there', ['inv-two', URL, 'none.html']],
  ['a name that is a path', ['../evil', URL, 'page.html']],
  ['an address that is none', ['inv-two', 'papers.example', 'page.html']],
])('%s is refused in one line', (_, args) => {
  const { status, stderr } = sitesNew(...args);
  expect(status).toBe(2);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
