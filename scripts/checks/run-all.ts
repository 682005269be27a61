import type { Outcome } from './outcome';
import { FAILED, summary, total } from './outcome';
import type { Step } from './steps';
import { STEPS } from './steps';

/**
 * Runs every step of `npm test`, whatever the steps before it said, and prints the sum as the last
 * line. Resolves to the exit code.
 */
export async function runAll(steps: readonly Step[] = STEPS): Promise<number> {
  const outcomes: Outcome[] = [];
  for (const step of steps) outcomes.push(await run(step));
  const sum = total(outcomes);
  console.log(`\n${overview(steps, outcomes)}\n`);
  console.log(summary(sum));
  return sum.failed === 0 && sum.passed > 0 ? 0 : 1;
}

async function run(step: Step): Promise<Outcome> {
  console.log(`\n── ${step.name}`);
  const start = performance.now();
  const outcome = await step.run().catch((error: Error) => {
    console.error(error.message);
    return FAILED;
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`   ${step.name}: ${summary(outcome)} (${seconds} s)`);
  return outcome;
}

function overview(steps: readonly Step[], outcomes: readonly Outcome[]): string {
  const width = Math.max(...steps.map(({ name }) => name.length));
  return steps
    .map(({ name }, index) => `${name.padEnd(width)}  ${summary(outcomes[index] ?? FAILED)}`)
    .join('\n');
}
