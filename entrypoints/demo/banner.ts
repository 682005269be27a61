import { type StringKey, text } from '@/utils/strings';
import { make } from './make';

const KEYS: readonly (readonly [key: string, what: StringKey])[] = [
  ['s', 'demoKeySave'],
  ['t', 'demoKeyTag'],
  ['n', 'demoKeyNote'],
  ['h', 'demoKeyHide'],
  ['Shift+H', 'demoKeyTopic'],
  ['?', 'demoKeyAll'],
];

/** Clears what was done in the sandbox; rejects with a sentence when that fails. */
export type PutAway = () => Promise<void>;

/** What this page is, its keys in one line, and the way to be rid of it; `say` shows a sentence. */
export function banner(
  document: Document,
  putAway: PutAway | undefined,
  say: (sentence: string) => void,
): Element {
  const keys = KEYS.flatMap(([key, what]) => [
    make(document, 'li', {}, make(document, 'kbd', {}, key), ` ${text(what)}`),
  ]);
  const words = make(
    document,
    'div',
    { class: 'demo-words' },
    make(
      document,
      'p',
      {},
      make(document, 'strong', {}, text('demoHeading')),
      ` ${text('demoSentence')}`,
    ),
    make(document, 'ul', { class: 'demo-keys', 'aria-label': text('demoKeys') }, ...keys),
  );
  const parts = putAway ? [words, putAwayButton(document, putAway, say)] : [words];
  return make(
    document,
    'aside',
    { class: 'demo-banner', 'aria-label': text('demoHeading') },
    ...parts,
  );
}

function putAwayButton(
  document: Document,
  putAway: PutAway,
  say: (sentence: string) => void,
): Element {
  const button = make(
    document,
    'button',
    { type: 'button', class: 'demo-button', title: text('clearSandboxHint') },
    text('clearSandbox'),
  );
  button.addEventListener('click', () => {
    putAway().then(
      () => say(text('sandboxCleared')),
      (error: unknown) => say(error instanceof Error ? error.message : String(error)),
    );
  });
  return button;
}
