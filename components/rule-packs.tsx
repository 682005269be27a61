import type { JSX } from 'preact';
import type { Rule } from '@/utils/domain/rule';
import { counted, text } from '@/utils/strings';

export type RulePacksProps = {
  readonly rules: readonly Rule[];
  readonly onExport: (rules: readonly Rule[], pack: string) => void;
  readonly onRemove: (pack: string, rules: readonly Rule[]) => void;
};

/** The shared packs some rules came with; each goes as one. */
export function RulePacks({ rules, onExport, onRemove }: RulePacksProps): JSX.Element | null {
  const packs = new Map<string, Rule[]>();
  for (const rule of rules) {
    if (rule.pack !== undefined) packs.set(rule.pack, [...(packs.get(rule.pack) ?? []), rule]);
  }
  if (packs.size === 0) return null;
  return (
    <ul class="packs" aria-label={text('packs')}>
      {[...packs].map(([pack, members]) => (
        <li key={pack}>
          <strong>{pack}</strong> {counted('rulesCount', members.length)}
          <button type="button" class="link" onClick={() => onExport(members, pack)}>
            {text('exportRules')}
          </button>
          <button type="button" class="link" onClick={() => onRemove(pack, members)}>
            {text('removePack')}
          </button>
        </li>
      ))}
    </ul>
  );
}
