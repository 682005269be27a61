/** The origins, as the browser asks for them, that these match patterns lie in: `https://papers.cool/*`. */
export function originsOf(matches: readonly string[]): readonly string[] {
  return [...new Set(matches.map((match) => match.replace(/^([^:]+:\/\/[^/]+)\/.*$/, '$1/*')))];
}
