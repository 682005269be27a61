/** A key without the signs at which BibTeX or `\cite` end one. */
export function safeKey(key: string): string {
  return key.replace(/[^\p{L}\p{N}\p{M}:.+/_*&-]/gu, '') || 'paper';
}
