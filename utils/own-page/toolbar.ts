import { browser } from 'wxt/browser';

const PAUSED_COLOUR = '#7f4d00';

/** Shows on the toolbar's icon whether hiding is paused. */
export function showPaused(paused: boolean): void {
  const { action, i18n } = browser;
  void action.setBadgeBackgroundColor({ color: PAUSED_COLOUR });
  void action.setBadgeText({ text: paused ? '❚❚' : '' });
  void action.setTitle({
    title: i18n.getMessage(paused ? 'iconPaused' : 'extensionName'),
  });
}
