import { text } from '@/utils/strings';
import { type PutAway, banner } from './banner';
import { demoListing } from './demo-listing';

/** Fills the page with the sandbox; without `putAway` there is no button for it. */
export function mountDemo(document: Document, putAway?: PutAway): void {
  const top = banner(document, putAway);
  document.body.append(top, demoListing(document));
  // Invented papers have no pages. Capturing comes before anybody else's listener on the links.
  const stay = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest('main a[href]') : null;
    if (!link) return;
    event.preventDefault();
    const status = top.querySelector('.demo-status');
    if (status) status.textContent = text('demoNoPage');
  };
  document.addEventListener('click', stay, { capture: true });
  document.addEventListener('auxclick', stay, { capture: true });
}
