import { type Browser, browser } from 'wxt/browser';
import type { EntryRow } from '@/utils/domain/entry';
import type { Library } from '@/utils/domain/library';
import { ownPage, place } from './place';

/** As many as the address bar shows. */
const MOST_SUGGESTED = 6;

type Suggestion = Browser.omnibox.SuggestResult;

/** Finds saved papers from the address bar: the keyword, a blank, and a query; `hint` says so there. */
export function serveOmnibox(find: Library['find'], hint: string): void {
  browser.omnibox.setDefaultSuggestion({ description: escaped(hint) });
  browser.omnibox.onInputChanged.addListener((query, suggest) => {
    find({ query, limit: MOST_SUGGESTED }).then(
      ({ rows }) => suggest(rows.map(suggestionOf)),
      // The address bar has no place for an error; Enter leads to the page that shows it.
      () => suggest([]),
    );
  });
  browser.omnibox.onInputEntered.addListener((entered, disposition) => {
    const url = addressFor(entered);
    if (disposition === 'currentTab') void browser.tabs.update({ url });
    else void browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}

function suggestionOf({ id, title, byline }: EntryRow): Suggestion {
  const description = byline === '' ? title : `${title} · ${byline}`;
  return { content: place.pageOf(id), description: escaped(description) };
}

/** A suggestion is the paper's own address; anything else is a query for the library page. */
export function addressFor(entered: string): string {
  if (/^https?:\/\//.test(entered) || entered.startsWith(browser.runtime.getURL(''))) {
    return entered;
  }
  return `${ownPage('library')}?q=${encodeURIComponent(entered)}`;
}

// Chromium takes descriptions for XML, and Firefox for plain text.
function escaped(text: string): string {
  if (import.meta.env.FIREFOX) return text;
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
