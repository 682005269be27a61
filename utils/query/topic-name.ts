/** How to name a topic in a sentence: a rule that is one phrase goes without its quotes. */
export function topicName(query: string): string {
  return /^"[^"]*"$/.test(query) ? query.slice(1, -1) : query;
}
