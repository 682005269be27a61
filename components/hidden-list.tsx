import type { JSX } from 'preact';
import type { PaperId } from '@/utils/domain/paper-id';
import type { RuleMatch } from '@/utils/domain/verdict';
import { topicName } from '@/utils/query/topic-name';
import { counted, text } from '@/utils/strings';
import { LinkButton } from './link-button';
import { MarkedText } from './marked-text';

/** Papers out of sight for one reason. */
export type HiddenGroup = {
  readonly reason: RuleMatch['rule'] | 'hand' | 'seen';
  readonly papers: readonly {
    readonly id: PaperId;
    readonly title: string;
    readonly words: readonly string[];
  }[];
};

export type HiddenListProps = {
  readonly groups: readonly HiddenGroup[];
  readonly onShow: (id: PaperId) => void;
  readonly onUnhide: (id: PaperId) => void;
  readonly onExcept: (id: PaperId) => void;
  readonly onEdit: (rule: RuleMatch['rule']) => void;
  readonly onPauseRule: (rule: RuleMatch['rule']) => void;
};

/** Everything hidden on a page, by what hid it, each with its way back. */
export function HiddenList(props: HiddenListProps): JSX.Element {
  const count = props.groups.reduce((sum, { papers }) => sum + papers.length, 0);
  return (
    <div class="hidden-list">
      <h2 class="heading" tabIndex={-1} ref={(heading) => heading?.focus()}>
        {counted('hiddenHere', count)}
      </h2>
      {props.groups.map((group) => (
        <Group key={keyOf(group)} group={group} {...props} />
      ))}
    </div>
  );
}

function keyOf({ reason }: HiddenGroup): string {
  return typeof reason === 'string' ? reason : reason.id;
}

function Group(props: HiddenListProps & { readonly group: HiddenGroup }): JSX.Element {
  const { reason, papers } = props.group;
  const rule = typeof reason === 'string' ? undefined : reason;
  const name = rule
    ? topicName(rule.query)
    : text(reason === 'seen' ? 'hiddenAsSeen' : 'hiddenByYou');
  return (
    <section>
      <header class="hidden-head">
        <h3>
          {name} <span class="count">{papers.length}</span>
        </h3>
        {rule && (
          <>
            <LinkButton
              action="edit-rule"
              label={text('editRule')}
              onPress={() => props.onEdit(rule)}
            />
            <LinkButton
              action="pause-rule"
              label={text('pauseRule')}
              title={text('pauseRuleHint')}
              onPress={() => props.onPauseRule(rule)}
            />
          </>
        )}
      </header>
      <ul>
        {papers.map(({ id, title, words }) => (
          <li key={id}>
            <span class="hidden-title">
              <MarkedText text={title} words={words} />
            </span>
            <LinkButton action="show" label={text('showPaper')} onPress={() => props.onShow(id)} />
            {rule && (
              <LinkButton
                action="except"
                label={text('exceptThis')}
                title={text('exceptHint')}
                onPress={() => props.onExcept(id)}
              />
            )}
            {reason === 'hand' && (
              <LinkButton
                action="unhide"
                label={text('unhidePaper')}
                onPress={() => props.onUnhide(id)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
