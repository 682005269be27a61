import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { say } from './progress';

/** What a finished program left behind. */
export type Finished = { readonly code: number; readonly output: string };

export type CommandOptions = {
  /** Said at the start and again while it runs; silent without. */
  readonly label?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Show the program's output while it runs, instead of keeping it. */
  readonly live?: boolean;
};

const STILL_WORKING_EVERY = 10_000;

/** Runs a program to its end. Resolves whatever its exit code; 127 when it could not be started. */
export async function command(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Finished> {
  const { label } = options;
  if (label) say(`${label} …`);
  const reminder = setInterval(() => {
    if (label) say(`… still at it: ${label}`);
  }, STILL_WORKING_EVERY);
  try {
    return await finished(program, args, options);
  } finally {
    clearInterval(reminder);
  }
}

/** Runs a tool of `node_modules/.bin` to its end. */
export function tool(
  name: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Finished> {
  const suffix = process.platform === 'win32' ? '.cmd' : '';
  return command(join('node_modules', '.bin', name + suffix), args, options);
}

function finished(
  program: string,
  args: readonly string[],
  { cwd, env, live }: CommandOptions,
): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...(cwd && { cwd }),
      env: { ...process.env, ...env },
      stdio: live ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      shell: program.endsWith('.cmd'),
    });
    const chunks: string[] = [];
    child.stdout?.on('data', (chunk) => chunks.push(String(chunk)));
    child.stderr?.on('data', (chunk) => chunks.push(String(chunk)));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: chunks.join('') }));
  });
}
