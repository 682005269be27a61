import { browser } from 'wxt/browser';
import messages from '@/public/_locales/en/messages.json';

/** Gives the components English, which the browser does outside of tests. */
export function speakEnglish(): void {
  const sentences = new Map(Object.entries(messages).map(([key, { message }]) => [key, message]));
  Object.assign(browser.i18n, {
    getUILanguage: () => 'en',
    getMessage: (key: string, substitutions: readonly string[]) =>
      substitutions.reduce(
        (sentence, value, index) => sentence.replaceAll(`$${index + 1}`, value),
        sentences.get(key) ?? '',
      ),
  });
}
