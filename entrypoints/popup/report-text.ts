import type { PageReport } from '@/utils/domain/listing';

const MOST_DOUBTS = 20;
const LONGEST_DOUBT = 200;
const LONGEST_SKELETON = 8_000;

/**
 * A page's report as text for a bug report: numbers and versions only. The search words, the date
 * and every title stay out, so that it tells nothing of the reader; of the markup of a page that was
 * not understood it has the names alone.
 */
export function reportText(report: PageReport, version: string, userAgent: string): string {
  const { site, listing, understood, cards, unreadable, concealed, rules, paused, saved } = report;
  const { doubts = [], skeleton = '' } = report;
  return [
    `Offprint ${version}`,
    `Browser: ${userAgent}`,
    `Site: ${site}, listing: ${listing.kind}`,
    `Understood: ${understood ? 'yes' : 'no'}`,
    ...doubts.slice(0, MOST_DOUBTS).map((doubt) => `  ${doubt.slice(0, LONGEST_DOUBT)}`),
    `Cards: ${cards}, unreadable: ${unreadable}, saved: ${saved}`,
    `Hidden: ${concealed} by ${rules} rules, paused: ${paused ? 'yes' : 'no'}`,
    ...(understood || skeleton === '' ? [] : ['First card:', skeleton.slice(0, LONGEST_SKELETON)]),
  ].join('\n');
}
