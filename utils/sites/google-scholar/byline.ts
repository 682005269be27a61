import type { Paper } from '@/utils/domain/paper';

/** Names as Google Scholar shortens them, `Y Bengio, G Hinton…`; without a count where they are cut. */
export function authorsOf(text: string): Pick<Paper, 'authors' | 'authorCount'> {
  const isCut = /(?:…|\.\.\.)$/.test(text);
  const authors = text
    .replace(/,?\s*(?:…|\.\.\.)$/, '')
    .split(/,\s+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (authors.length === 0) return {};
  return isCut ? { authors } : { authors, authorCount: authors.length };
}

/** Where a paper stood, without year, volume and pages; nothing where the name is cut or no venue. */
export function venueOf(text: string): string | undefined {
  const isVenue = text !== '' && !/…|\.\.\.|^arXiv preprint\b|^\d{4}$/i.test(text);
  if (!isVenue) return undefined;
  if (/^\w+ Patent\b/i.test(text)) return text;
  const venue = text
    .replace(/,\s*\w*\d\w*(?:\s*[-–]\s*\w*\d\w*)?$/u, '')
    .replace(/\s+\d+(?:\s*\([^()]*\))?$/, '');
  return venue === '' ? undefined : venue;
}

/**
 * Takes the line under a title apart: `Y Bengio, G Hinton… - Nature, 2015 - nature.com`, in which the
 * middle or the end may be missing.
 */
export function bylineOf(text: string): Pick<Paper, 'authors' | 'authorCount' | 'venue'> {
  const [authors = '', place, ...hosts] = text.split(/\s-\s/);
  const isHost = hosts.length === 0 && /^[\w.-]+\.[a-z]{2,}$/i.test(place ?? '');
  const named = hosts.length > 1 || isHost ? '' : (place ?? '').replace(/,\s*\d{4}$/, '');
  const venue = venueOf(named);
  return { ...authorsOf(authors), ...(venue !== undefined && { venue }) };
}
