import { citables } from '@/utils/store/citing';
import { OffprintDatabase } from '@/utils/store/database';
import type { FromWorker, ToWorker } from './writing-aside';
import { reasonOf, writePapers } from './writing';

// Runs on a thread of its own. It cannot reach the background worker, which alone hands out keys: for
// those it asks the page.
const port = globalThis as unknown as {
  postMessage(message: FromWorker): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
};
const db = new OffprintDatabase();
let onPinned: ((error: string | undefined) => void) | undefined;

port.addEventListener('message', ({ data }) => {
  if (data.kind === 'pinned') onPinned?.(data.error);
  else {
    writePapers(data.task, {
      citables: (ids) => citables(db, ids),
      pinKeys: (ids) =>
        new Promise<void>((resolve, reject) => {
          onPinned = (error) => (error === undefined ? resolve() : reject(new Error(error)));
          port.postMessage({ kind: 'pin', ids });
        }),
      tell: (done, total) => port.postMessage({ kind: 'told', done, total }),
    })
      .then((exported) => port.postMessage({ kind: 'written', exported }))
      .catch((error: unknown) => port.postMessage({ kind: 'failed', error: reasonOf(error) }));
  }
});
