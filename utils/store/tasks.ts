/** Long work under way, under the name its page gave it. */
export type Task = {
  readonly name: string;
  /** Aborts when the reader wants the work to stop. */
  readonly signal: AbortSignal;
  end(): void;
};

const running = new Map<string, AbortController>();

/** The reader thought better of it: nothing was changed. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** Begins work that `stopTask` can stop by its name. */
export function beginTask(name: string): Task {
  const controller = new AbortController();
  if (name !== '') running.set(name, controller);
  return {
    name,
    signal: controller.signal,
    end() {
      if (running.get(name) === controller) running.delete(name);
    },
  };
}

/** Stops work of this name. */
export function stopTask(name: string): void {
  running.get(name)?.abort();
}
