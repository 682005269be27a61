import type { browser } from 'wxt/browser';
import { type StringKey, text } from '@/utils/strings';

type Given = typeof browser;

/** What of the browser shows an outcome on the toolbar's icon. */
export type BadgeApis = {
  readonly action: Pick<
    Given['action'],
    'setBadgeText' | 'setBadgeBackgroundColor' | 'setTitle' | 'getTitle'
  >;
  readonly wait: (milliseconds: number) => Promise<void>;
};

/** What came of saving from a page's menu. */
export type Outcome = 'saved' | 'known' | 'none' | 'failed';

/** The badge's colour when hiding is paused, the only other time there is a badge. */
const PAUSED_COLOUR = '#7f4d00';

const SHOWN: Record<
  Outcome,
  { readonly sign: string; readonly colour: string; readonly said: StringKey }
> = {
  saved: { sign: '✓', colour: '#1d6a3b', said: 'savedFromMenu' },
  known: { sign: '✓', colour: '#526067', said: 'alreadySaved' },
  none: { sign: '?', colour: PAUSED_COLOUR, said: 'noIdInAddress' },
  failed: { sign: '!', colour: '#b0271d', said: 'notSavedFromMenu' },
};

const SHOWN_MS = 5_000;

/** Shows an outcome on the icon of one tab for some seconds, with its sentence as the icon's title. */
export async function showOutcome(
  tabId: number,
  outcome: Outcome,
  { action, wait }: BadgeApis,
): Promise<void> {
  const { sign, colour, said } = SHOWN[outcome];
  await Promise.all([
    action.setBadgeBackgroundColor({ tabId, color: colour }),
    action.setBadgeText({ tabId, text: sign }),
    action.setTitle({ tabId, title: `${text('extensionName')}: ${text(said)}` }),
  ]);
  await wait(SHOWN_MS);
  // The tab may be closed by now.
  await Promise.allSettled([
    // No text for a tab is, in all browsers, the text for all tabs; the types do not know.
    action.setBadgeText({ tabId, text: null } as never),
    action.setBadgeBackgroundColor({ tabId, color: PAUSED_COLOUR }),
    action.getTitle({}).then((title) => action.setTitle({ tabId, title })),
  ]);
}
