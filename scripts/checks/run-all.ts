import type { Outcome } from './outcome';
import { FAILED, summary, total } from './outcome';
import type { Step } from './steps';
import { STEPS } from './steps';

/**
 * Runs every step of `npm test`, whatever the steps before it said, and prints the sum as the last
 * line. Resolves to the exit code.
 */
export async function runAll(
  steps: readonly Step[] = STEPS,
  print: (text: string) => void = console.log,
): Promise<number> {
  const outcomes: Outcome[] = [];
  for (const step of steps) outcomes.push(await run(step, print));
  const sum = total(outcomes);
  print(`\n${overview(steps, outcomes)}\n`);
  // Tools read the last line; what was skipped stands above it.
  if (sum.skipped > 0) print(`${sum.skipped} skipped: what they need is not on this machine.`);
  print(`${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed === 0 && sum.passed > 0 ? 0 : 1;
}

async function run(step: Step, print: (text: string) => void): Promise<Outcome> {
  print(`\n── ${step.name}`);
  const start = performance.now();
  const outcome = await step.run().catch((error: Error) => {
    print(error.message);
    return FAILED;
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  print(`   ${step.name}: ${summary(outcome)} (${seconds} s)`);
  return outcome;
}

function overview(steps: readonly Step[], outcomes: readonly Outcome[]): string {
  const width = Math.max(...steps.map(({ name }) => name.length));
  return steps
    .map(({ name }, index) => `${name.padEnd(width)}  ${summary(outcomes[index] ?? FAILED)}`)
    .join('\n');
}
