import { type Rule, isRuleAction } from '@/utils/domain/rule';
import { isRecord } from './parse-text';

/**
 * A stored rule as it is, whoever stored it: a newer version, or somebody's hand in a backup. What
 * cannot be read makes the rule one that does nothing and says so.
 */
export function readRule(row: unknown): Rule {
  const given = isRecord(row) ? row : {};
  const unreadable = unreadablePart(given);
  const { id, query, action, unless, sites, enabled, createdAt, expiresAt, note, pack } = given;
  return {
    id: text(id) ?? '',
    query: text(query) ?? '',
    action: isRuleAction(action) ? action : 'highlight',
    sites: isTexts(sites) ? sites : [],
    enabled: enabled === true,
    createdAt: text(createdAt) ?? '',
    ...(typeof unless === 'string' && { unless }),
    ...(typeof expiresAt === 'string' && { expiresAt }),
    ...(typeof note === 'string' && { note }),
    ...(typeof pack === 'string' && { pack }),
    ...(unreadable && { unreadable }),
  };
}

function unreadablePart(row: Readonly<Record<string, unknown>>): Rule['unreadable'] {
  const { query, action, unless, sites, expiresAt } = row;
  if (typeof query !== 'string') return 'query';
  if (!isRuleAction(action)) return 'action';
  if (unless !== undefined && typeof unless !== 'string') return 'unless';
  if (!isTexts(sites)) return 'sites';
  const expires = expiresAt === undefined || !Number.isNaN(Date.parse(String(expiresAt)));
  return expires ? undefined : 'expiresAt';
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
