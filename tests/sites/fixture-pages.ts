import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Paper } from '@/utils/domain/paper';

const FIXTURES = 'tests/fixtures';

/** What a person read on a saved page. */
type Expectation = {
  readonly listing: object;
  readonly understood?: boolean;
  readonly unreadable?: number;
  readonly papers: readonly Paper[];
};

/** A saved page, and what is on it. */
export type Fixture = {
  readonly name: string;
  readonly html: string;
  readonly url: URL;
  readonly now: string;
  readonly expected: Expectation;
};

/** Every saved page in `tests/fixtures`. */
export const fixtures: readonly Fixture[] = readdirSync(FIXTURES)
  .filter((file) => file.endsWith('.html'))
  .map((file) => {
    const html = readFileSync(join(FIXTURES, file), 'utf8');
    // Its first line tells where and when a page was saved.
    const { url, now } = JSON.parse(/^<!-- (.*) -->/.exec(html)?.[1] ?? '') as {
      url: string;
      now: string;
    };
    const expected = JSON.parse(
      readFileSync(join(FIXTURES, file.replace('.html', '.json')), 'utf8'),
    ) as Expectation;
    return { name: file.replace('.html', ''), html, url: new URL(url), now, expected };
  });
