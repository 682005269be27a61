import type { JSX } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import type { Library, Ruling } from '@/utils/domain/library';
import type { Rule, RuleDraft } from '@/utils/domain/rule';
import type { SeenAction } from '@/utils/domain/verdict';
import { type Review, reviewRules } from '@/utils/query/review';
import { topicName } from '@/utils/query/topic-name';
import { counted, text } from '@/utils/strings';
import { type Records, foundRules, summaryOf } from './find-rules';
import * as icons from './icon-outlines';
import { Icon } from './icons';
import { PauseButton } from './pause-button';
import { RuleEditor, type RuleFields, type RuleSite } from './rule-editor';
import { type ReadRules, RuleImport } from './rule-import';
import type { Preview } from './rule-preview';
import { RulePacks } from './rule-packs';
import { RuleRow } from './rule-row';
import { SeenSetting } from './seen-setting';
import { Toast } from './toast';
import type { Changes } from './use-changes';
import { Unread } from './unread';
import { useReading } from './use-reading';
import { useReturns } from './use-returns';
import { useUndoKeys } from './use-undo-keys';

export type RulesPageProps = {
  readonly reads: Pick<Library, 'known' | 'ruleRecords' | 'reachOf' | 'suggest'> & {
    readonly preview: Preview;
  };
  readonly library: Library;
  readonly changes: Changes;
  readonly sites: readonly RuleSite[];
  /** In ms since 1970. */
  readonly now: () => number;
  readonly readRules: ReadRules;
  /** Saves these rules as a file. */
  readonly saveRules: (rules: readonly Rule[], pack?: string) => void;
};

type Open = { readonly kind: 'new' | 'import' } | { readonly kind: 'edit'; readonly id: string };

/** Rules drawn at once; the rest is found by searching, or on demand. */
const PAGE = 200;

/** All rules: what they say, what they did, what is wrong with them, and every way to change them. */
export function RulesPage(props: RulesPageProps): JSX.Element {
  const { reads, changes, sites, now } = props;
  const [open, setOpen] = useState<Open>();
  const [sought, setSought] = useState('');
  const reading = useReading(
    useCallback(() => reads.known([]), [reads]),
    changes.revision,
  );
  const ruling = reading.value;
  const records = useRecords(props);
  const close = useCallback(() => setOpen(undefined), []);
  useUndoKeys(changes.undo, close);
  const rules = ruling?.rules ?? [];
  const known = sites.map(({ id }) => id);
  const reviews = reviewRules(rules, known, new Date(now()).toISOString());
  const found = foundRules(rules, reviews, sought);
  const verbs = verbsOf(props, close);
  return (
    <div class="rules-page">
      <Unread reading={reading} />
      <Bar
        {...props}
        ruling={ruling}
        found={found}
        sought={sought}
        onSeek={setSought}
        onOpen={setOpen}
      />
      {open?.kind === 'new' && (
        <RuleEditor
          {...reads}
          sites={sites}
          now={now()}
          rule={undefined}
          onSave={verbs.add}
          onCancel={close}
        />
      )}
      {open?.kind === 'import' && (
        <RuleImport
          rules={rules}
          read={props.readRules}
          reachOf={reads.reachOf}
          onAccept={verbs.accept}
          onCancel={close}
        />
      )}
      <RulePacks rules={rules} onExport={props.saveRules} onRemove={verbs.removePack} />
      <p class="rules-count" role="status">
        {ruling && summaryOf(found, reviews, records)}
      </p>
      {ruling && rules.length === 0 && <p class="rules-empty">{text('rulesEmpty')}</p>}
      <List
        {...props}
        rules={found}
        reviews={reviews}
        records={records}
        verbs={verbs}
        editing={open?.kind === 'edit' ? open.id : undefined}
        onEdit={(id) => setOpen(id === undefined ? undefined : { kind: 'edit', id })}
      />
      <Toast message={changes.message} />
    </div>
  );
}

type BarProps = RulesPageProps & {
  readonly ruling: Ruling | undefined;
  readonly found: readonly Rule[];
  readonly sought: string;
  readonly onSeek: (sought: string) => void;
  readonly onOpen: (open: Open) => void;
};

function Bar(props: BarProps): JSX.Element {
  const { ruling, found, library, changes, onOpen } = props;
  const setSeen = (action: SeenAction): Promise<boolean> =>
    changes.make(text('seenActionSet'), async () => {
      await library.setSeenAction(action);
      return {};
    });
  return (
    <>
      <div class="rules-bar">
        <input
          class="field"
          type="search"
          aria-label={text('findRules')}
          placeholder={text('findRules')}
          value={props.sought}
          onInput={(event) => props.onSeek(event.currentTarget.value)}
        />
        <button type="button" class="button primary" onClick={() => onOpen({ kind: 'new' })}>
          {text('newRule')}
        </button>
        <button type="button" class="button" onClick={() => onOpen({ kind: 'import' })}>
          {text('importRules')}
        </button>
        <button
          type="button"
          class="button"
          disabled={found.length === 0}
          onClick={() => props.saveRules(found)}
        >
          <Icon outline={icons.download} />
          {text('exportRules')}
        </button>
        <PauseButton paused={ruling?.paused === true} library={library} changes={changes} />
      </div>
      <SeenSetting
        action={ruling?.seenAction ?? 'leave'}
        onChange={(action) => void setSeen(action)}
      />
    </>
  );
}

type ListProps = RulesPageProps & {
  readonly rules: readonly Rule[];
  readonly reviews: ReadonlyMap<string, Review>;
  readonly records: Records | undefined;
  readonly verbs: ReturnType<typeof verbsOf>;
  readonly editing: string | undefined;
  readonly onEdit: (id: string | undefined) => void;
};

function List(props: ListProps): JSX.Element {
  const { reads, rules, sites, verbs } = props;
  const [count, setCount] = useState(PAGE);
  const siteNames = new Map(sites.map(({ id, name }) => [id, name]));
  return (
    <>
      <ul class="rules" aria-label={text('rules')}>
        {rules.slice(0, count).map((rule) =>
          props.editing === rule.id ? (
            <li key={rule.id} class="rule">
              <RuleEditor
                {...reads}
                sites={sites}
                now={props.now()}
                rule={rule}
                onSave={(fields) => verbs.edit(rule, fields)}
                onCancel={() => props.onEdit(undefined)}
              />
            </li>
          ) : (
            <RuleRow
              key={rule.id}
              rule={rule}
              record={props.records?.get(rule.id)}
              review={props.reviews.get(rule.id)}
              siteNames={siteNames}
              onSwitch={(on) => verbs.turn(rule, on)}
              onEdit={() => props.onEdit(rule.id)}
              onRemove={() => verbs.remove(rule)}
            />
          ),
        )}
      </ul>
      {rules.length > count && (
        <button type="button" class="button" onClick={() => setCount(count + PAGE)}>
          {text('moreRules')}
        </button>
      )}
    </>
  );
}

/** What each rule did; undefined until that is known. */
function useRecords({ reads, changes }: RulesPageProps): Records | undefined {
  const returns = useReturns();
  const records = useReading(reads.ruleRecords, changes.revision + returns).value;
  return useMemo(() => records && new Map(records.map((one) => [one.rule, one])), [records]);
}

function verbsOf({ library, changes }: RulesPageProps, close: () => void) {
  const make = (said: string, change: Parameters<Changes['make']>[1]): void =>
    void changes.make(said, change).then((done) => done && close());
  return {
    add: (fields: RuleFields): void =>
      make(text('ruleMade', topicName(fields.query)), () => library.addRule(draftOf(fields))),
    edit: (rule: Rule, fields: RuleFields): void =>
      make(text('ruleChanged', topicName(fields.query)), () => library.editRule(rule.id, fields)),
    turn: (rule: Rule, enabled: boolean): void =>
      make(text(enabled ? 'ruleResumed' : 'rulePaused', topicName(rule.query)), () =>
        library.editRule(rule.id, { enabled }),
      ),
    remove: (rule: Rule): void =>
      make(text('ruleRemoved', topicName(rule.query)), () => library.removeRules([rule.id])),
    removePack: (pack: string, rules: readonly Rule[]): void =>
      make(text('packRemoved', pack), () => library.removeRules(rules.map(({ id }) => id))),
    accept: (drafts: readonly RuleDraft[], pack: string): void =>
      make(counted('rulesImported', drafts.length), () => library.addRules(drafts, pack)),
  };
}

function draftOf({ query, action, sites, enabled, ...rest }: RuleFields): RuleDraft {
  const { unless, expiresAt, note } = rest;
  return {
    query,
    action,
    sites,
    enabled,
    ...(unless !== null && { unless }),
    ...(expiresAt !== null && { expiresAt }),
    ...(note !== null && { note }),
  };
}
