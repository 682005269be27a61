import type { JSX } from 'preact';
import type { Verdict } from '@/utils/domain/verdict';
import { text } from '@/utils/strings';
import type { CardAction } from './card-tools';

export type StubProps = {
  readonly title: string;
  readonly verdict: Verdict;
  readonly onAction: (action: CardAction, event: Event) => void;
};

/** The one line a collapsed card leaves: its title, what hid it, and the ways back. */
export function Stub({ title, verdict, onAction }: StubProps): JSX.Element {
  const { because } = verdict;
  return (
    <div class="stub" role="group" aria-label={text('hiddenPaper', title)}>
      <span class="stub-title" title={title}>
        {title}
      </span>
      <span class="stub-reason" title={because?.words.join(', ')}>
        {because ? text('hiddenByRule', because.rule.query) : text('hiddenByYou')}
      </span>
      <span class="stub-buttons">
        <StubButton action="show" label={text('showPaper')} onAction={onAction} />
        <StubButton
          action="undo-hide"
          label={text('undo')}
          title={text(because ? 'undoRuleHint' : 'undoHideHint')}
          onAction={onAction}
        />
        {because && <StubButton action="edit-rule" label={text('editRule')} onAction={onAction} />}
      </span>
    </div>
  );
}

type StubButtonProps = Pick<StubProps, 'onAction'> & {
  readonly action: CardAction;
  readonly label: string;
  readonly title?: string;
};

function StubButton({ action, label, title, onAction }: StubButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class="link"
      data-action={action}
      title={title}
      onClick={(event) => event.isTrusted && onAction(action, event)}
    >
      {label}
    </button>
  );
}
