/** Puts text on the clipboard, right after the reader's own key or click; false when the browser refuses. */
export async function copyText(text: string, document: Document): Promise<boolean> {
  try {
    await document.defaultView?.navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No permission, or the page lost focus: the caller shows the text to copy by hand.
    return false;
  }
}
