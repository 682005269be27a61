import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { KeyProposal } from '@/utils/domain/citing';
import type { Library } from '@/utils/domain/library';
import type { PaperId } from '@/utils/domain/paper-id';
import { counted, text } from '@/utils/strings';
import { type Changes, failureText } from './use-changes';

export type KeysAnewProps = {
  readonly ids: readonly PaperId[];
  readonly library: Pick<Library, 'previewKeys' | 'setKeys'>;
  readonly changes: Changes;
};

const SHOWN = 200;

/** Makes citation keys anew by today's template: only on command, and only after old and new were seen. */
export function KeysAnew({ ids, library, changes }: KeysAnewProps): JSX.Element {
  const [proposals, setProposals] = useState<readonly KeyProposal[]>();
  const look = async (): Promise<void> => {
    try {
      setProposals(await library.previewKeys(ids));
    } catch (error) {
      changes.say({ text: failureText(error), tone: 'failed' });
    }
  };
  const apply = async (wanted: readonly KeyProposal[]): Promise<void> => {
    await changes.make(counted('keysAnewDone', wanted.length), () => library.setKeys(wanted));
    setProposals(undefined);
  };
  if (proposals === undefined) {
    return (
      <button type="button" class="button small" onClick={() => void look()}>
        {text('keysAnew')}
      </button>
    );
  }
  if (proposals.length === 0) return <p role="status">{text('keysAnewNone')}</p>;
  return (
    <section class="keys-anew" aria-labelledby="keys-anew">
      <h3 id="keys-anew">{counted('keysAnewHeading', proposals.length)}</h3>
      <ul>
        {proposals.slice(0, SHOWN).map(({ id, title, before = '', after }) => (
          <li key={id} title={title}>
            <code>{before}</code> → <code>{after}</code>
          </li>
        ))}
        {proposals.length > SHOWN && <li>{counted('keysAnewMore', proposals.length - SHOWN)}</li>}
      </ul>
      <div class="line-buttons">
        <button type="button" class="button small primary" onClick={() => void apply(proposals)}>
          {counted('keysAnewApply', proposals.length)}
        </button>
        <button type="button" class="button small" onClick={() => setProposals(undefined)}>
          {text('cancel')}
        </button>
      </div>
    </section>
  );
}
