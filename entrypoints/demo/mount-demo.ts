import { text } from '@/utils/strings';
import { type PutAway, banner } from './banner';
import { demoListing } from './demo-listing';
import { make } from './make';

const SHOWN_MS = 5_000;

/** Fills the page with the sandbox; without `putAway` there is no button for it. */
export function mountDemo(document: Document, putAway?: PutAway): void {
  const status = make(document, 'p', { class: 'demo-status', role: 'status' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (sentence: string): void => {
    status.textContent = sentence;
    clearTimeout(timer);
    timer = setTimeout(() => (status.textContent = ''), SHOWN_MS);
  };
  const top = banner(document, putAway, say);
  top.append(status);
  document.body.append(top, demoListing(document));
  // Invented papers have no pages. Capturing comes before anybody else's listener on the links.
  const stay = (event: Event): void => {
    if (!(event.target instanceof Element) || !event.target.closest('main a[href]')) return;
    event.preventDefault();
    say(text('demoNoPage'));
  };
  document.addEventListener('click', stay, { capture: true });
  document.addEventListener('auxclick', stay, { capture: true });
}
