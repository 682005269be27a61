import type { JSX } from 'preact';
import { type StringKey, text } from '@/utils/strings';

const KEYS: readonly (readonly [keys: string, what: StringKey])[] = [
  ['j  k', 'keyMove'],
  ['s', 'keySave'],
  ['t', 'keyTag'],
  ['1 – 9', 'keyDigit'],
  ['n', 'keyNote'],
  ['r', 'keyState'],
  ['b', 'keyBibtex'],
  ['h', 'keyHide'],
  ['Shift+H', 'keyHideTopic'],
  ['a', 'keyAuthors'],
  ['w', 'keyWhy'],
  ['l', 'keyList'],
  ['o', 'keyOpen'],
  ['g', 'keyJump'],
  ['x', 'keySelect'],
  ['u', 'keyUndo'],
  ['/', 'keyFilter'],
  ['p', 'keyPause'],
  ['?', 'keyHelp'],
  ['Esc', 'keyEscape'],
];

/** The table of keys. */
export function Help(): JSX.Element {
  return (
    <table class="keys">
      <caption>{text('keys')}</caption>
      <tbody>
        {KEYS.map(([keys, what]) => (
          <tr key={keys}>
            <th scope="row">
              <kbd>{keys}</kbd>
            </th>
            <td>{text(what)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
