import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type StringKey, text } from '@/utils/strings';
import * as icons from './icon-outlines';
import { Icon } from './icons';

const KEYS: readonly (readonly [keys: string, what: StringKey])[] = [
  ['↓ ↑', 'listKeyMove'],
  ['Enter', 'listKeyEdit'],
  ['o', 'listKeyOpen'],
  ['t', 'listKeyTag'],
  ['1–9', 'listKeyDigit'],
  ['n', 'listKeyNote'],
  ['r', 'listKeyState'],
  ['s', 'listKeyStar'],
  ['b', 'listKeyCopy'],
  ['x', 'listKeySelect'],
  ['Shift+↓ ↑', 'listKeyExtend'],
  ['Ctrl+A', 'listKeyAll'],
  ['Del', 'listKeyTrash'],
  ['u', 'listKeyUndo'],
  ['Ctrl+E', 'listKeyExport'],
  ['Ctrl+Shift+E', 'exportOptions'],
  ['Esc', 'listKeySearch'],
  ['?', 'listKeyHelp'],
];

/** The list's keys, in a dialog over it. */
export function ListHelp({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="list-help" aria-label={text('listKeys')} onClose={onClose}>
      <header>
        <h2>{text('listKeys')}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={text('dismiss')}
          onClick={() => dialog.current?.close()}
        >
          <Icon outline={icons.close} />
        </button>
      </header>
      <dl>
        {KEYS.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{text(what)}</dd>
          </div>
        ))}
      </dl>
      <p>{text('listKeysSelected')}</p>
      <p>{text('searchHelp')}</p>
    </dialog>
  );
}
