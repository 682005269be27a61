/** Prints one line with the seconds since the command was started. */
export function say(line: string): void {
  console.log(`[${(performance.now() / 1000).toFixed(1)} s] ${line}`);
}
