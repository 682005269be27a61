import type { Exported } from '@/utils/domain/citing';
import type { PaperId } from '@/utils/domain/paper-id';
// Vite gives its address for a default.
// oxlint-disable-next-line import/default
import address from './export-worker?worker&url';
import { type WritingParts, type WritingTask, reasonOf } from './writing';

/** What the page tells the thread that writes. */
export type ToWorker =
  | { readonly kind: 'write'; readonly task: WritingTask }
  | { readonly kind: 'pinned'; readonly error?: string };

/** What that thread tells the page. */
export type FromWorker =
  | { readonly kind: 'pin'; readonly ids: readonly PaperId[] }
  | { readonly kind: 'told'; readonly done: number; readonly total: number }
  | { readonly kind: 'written'; readonly exported: Exported }
  | { readonly kind: 'failed'; readonly error: string };

/** Writes papers on a thread of its own, so that the page stays free however many there are. */
export function writeAside(
  task: WritingTask,
  { pinKeys, tell, signal }: Omit<WritingParts, 'citables'>,
): Promise<Exported> {
  const worker = new Worker(trusted(address), { type: 'module' });
  // Workers have no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const post = (message: ToWorker): void => worker.postMessage(message);
  return new Promise<Exported>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    signal?.throwIfAborted();
    worker.addEventListener('error', ({ message = '' }) =>
      reject(new Error(message || 'The browser could not begin to write. Try again.')),
    );
    worker.addEventListener('messageerror', () =>
      reject(new Error('What was written could not be handed over. Try again.')),
    );
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === 'pin') {
        pinKeys(data.ids).then(
          () => post({ kind: 'pinned' }),
          (error: unknown) => post({ kind: 'pinned', error: reasonOf(error) }),
        );
      } else if (data.kind === 'told') tell?.(data.done, data.total);
      else if (data.kind === 'written') resolve(data.exported);
      else reject(new Error(data.error));
    });
    post({ kind: 'write', task });
  }).finally(() => worker.terminate());
}

type TrustedTypes = {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
};

/** Our pages run no script whose address nobody vouched for; this one is our own. */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('export-worker', {
    createScriptURL: () => new URL(url, location.origin).href,
  });
  return policy?.createScriptURL(url) ?? url;
}
