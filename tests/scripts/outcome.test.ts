import { expect, test } from 'vitest';
import type { Outcome } from '../../scripts/checks/outcome';
import { runAll } from '../../scripts/checks/run-all';
import type { Step } from '../../scripts/checks/steps';
import {
  FAILED,
  PASSED,
  SKIPPED,
  playwrightOutcome,
  summary,
  total,
  vitestOutcome,
} from '../../scripts/checks/outcome';

test('outcomes are summed over all runners', () => {
  expect(summary(total([PASSED, PASSED, { passed: 40, failed: 0, skipped: 0 }]))).toBe(
    '42 passed, 0 failed',
  );
  expect(summary(total([PASSED, FAILED, SKIPPED]))).toBe('1 passed, 1 failed, 1 skipped');
});

test('a test file that does not load is one failure', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}] },
    ],
  };
  expect(vitestOutcome(JSON.stringify(report))).toEqual({ passed: 3, failed: 2, skipped: 3 });
});

test('a browser test that only passes when tried again has failed', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] };
  expect(playwrightOutcome(JSON.stringify(report))).toEqual({ passed: 5, failed: 3, skipped: 2 });
});

test('a step that breaks counts as failed, and the steps after it still run', async () => {
  const printed: string[] = [];
  const breaks = { name: 'breaks', run: () => Promise.reject(new Error('a reason')) };
  const code = await runAll([breaks, step('works', PASSED)], (text) => printed.push(text));
  expect(printed).toContain('a reason');
  expect(printed.at(-1)).toBe('1 passed, 1 failed');
  expect(code).toBe(1);
});

test('the last line is the same whatever was skipped', async () => {
  const printed: string[] = [];
  await runAll([step('a', PASSED), step('b', SKIPPED)], (text) => printed.push(text));
  expect(printed.at(-1)).toBe('1 passed, 0 failed');
  expect(printed.at(-2)).toMatch(/^1 skipped/);
});

test('all passed or skipped ends well, nothing passed does not', async () => {
  expect(await runAll([step('a', PASSED), step('b', SKIPPED)], () => undefined)).toBe(0);
  expect(await runAll([step('a', SKIPPED)], () => undefined)).toBe(1);
});

function step(name: string, outcome: Outcome): Step {
  return { name, run: () => Promise.resolve(outcome) };
}
