import { personName } from '../names/person-name';
import { cleanText } from '../tex/clean';
import { type JsonObject, textIn } from './json-values';

const LONGEST = 300;

/** A name as CSL-JSON has it, `{ family, given, … }` or `{ literal }`; none when it is empty. */
export function cslName(name: JsonObject): readonly string[] {
  const part = (...names: readonly string[]): string | undefined =>
    cleanText(textIn(name, ...names) ?? '', LONGEST) || undefined;
  const family = part('family', 'literal', 'name') ?? part('given');
  if (family === undefined) return [];
  const given = part('family') === undefined ? undefined : part('given');
  const particle = [part('dropping-particle'), part('non-dropping-particle')].filter(Boolean);
  const suffix = part('suffix');
  return [
    personName({
      family,
      ...(given !== undefined && { given }),
      ...(particle.length > 0 && { particle: particle.join(' ') }),
      ...(suffix !== undefined && { suffix }),
    }),
  ];
}
