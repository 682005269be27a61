import type { JSX } from 'preact';
import type { Verdict } from '@/utils/domain/verdict';
import { topicName } from '@/utils/query/topic-name';
import { text } from '@/utils/strings';
import type { CardAction } from './card-tools';
import { LinkButton } from './link-button';
import { MarkedText } from './marked-text';

export type StubProps = {
  readonly title: string;
  readonly verdict: Verdict;
  readonly onAction: (action: CardAction, event: Event) => void;
};

/** The one line a collapsed card leaves: its title, what hid it, and the ways back. */
export function Stub({ title, verdict, onAction }: StubProps): JSX.Element {
  const { because, by } = verdict;
  const ask = (action: CardAction) => ({
    action,
    onPress: (event: Event) => onAction(action, event),
  });
  return (
    <div class="stub" role="group" aria-label={text('hiddenPaper', title)}>
      <span class="stub-title" title={title}>
        <MarkedText text={title} words={because?.words ?? []} />
      </span>
      <span class="stub-reason">
        <LinkButton {...ask('why')} label={reasonOf(verdict, title)} title={text('whyHint')} />
      </span>
      <span class="stub-buttons">
        <LinkButton {...ask('show')} label={text('showPaper')} />
        {by === 'hand' && <LinkButton {...ask('hide')} label={text('unhidePaper')} />}
        {because && (
          <>
            <LinkButton {...ask('except')} label={text('exceptThis')} title={text('exceptHint')} />
            <LinkButton {...ask('edit-rule')} label={text('editRule')} />
            <LinkButton
              {...ask('pause-rule')}
              label={text('pauseRule')}
              title={text('pauseRuleHint')}
            />
          </>
        )}
      </span>
    </div>
  );
}

/** Which rule it was, and the words where the title does not show them. */
function reasonOf({ because, by }: Verdict, title: string): string {
  if (!because) return text(by === 'seen' ? 'hiddenAsSeen' : 'hiddenByYou');
  const topic = topicName(because.rule.query);
  const rule = text('hiddenByRule', topic);
  const elsewhere = because.words.filter(
    (word) => !title.includes(word) && word.toLowerCase() !== topic.toLowerCase(),
  );
  return elsewhere.length > 0 ? `${rule} (${elsewhere.join(', ')})` : rule;
}
