import type { PageReport } from '@/utils/domain/listing';

/**
 * A page's report as text for a bug report: numbers and versions only. The search words, the date
 * and every title stay out, so that it tells nothing of the reader.
 */
export function reportText(report: PageReport, version: string, userAgent: string): string {
  const { site, listing, understood, cards, unreadable, concealed, rules, paused, saved } = report;
  return [
    `Offprint ${version}`,
    `Browser: ${userAgent}`,
    `Site: ${site}, listing: ${listing.kind}`,
    `Understood: ${understood ? 'yes' : 'no'}`,
    `Cards: ${cards}, unreadable: ${unreadable}, saved: ${saved}`,
    `Hidden: ${concealed} by ${rules} rules, paused: ${paused ? 'yes' : 'no'}`,
  ].join('\n');
}
