import { render } from 'preact';
import type { Editor } from '@/components/editors';
import { type Message, Toast } from '@/components/toast';
import type { Theme } from '@/utils/page/theme';
import { text } from '@/utils/strings';
import { heldKeys } from './held-keys';
import type { LateEditors } from './late-editors';

/** How long a message stays, in ms; one that offers a way on or back stays longer. */
const BRIEF_MS = 4_000;
const LONG_MS = 9_000;

const GAP_PX = 6;
const WIDTH_PX = 340;

/** What is open in the panel. */
export type Popover = {
  readonly label: string;
  readonly editor: Editor;
  /** Called once when it closes, however that comes about. */
  readonly onClose?: (() => void) | undefined;
};

/** A popover while it is open. */
export type Opened = {
  /** Draws its editor again; does nothing once it was closed. */
  refresh(editor: Editor): void;
};

type Place = Readonly<Record<string, string>>;

/** The one overlay of a page, outside all its framework owns: an editor beside a card, messages at the foot. */
export class Panel {
  readonly element: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #editors: LateEditors;
  readonly #held = heldKeys();
  /** Where the editor is drawn. */
  #body: HTMLElement | null = null;
  /** A popover is open whose editor has yet to come: keys are held for it. */
  #isAwaited = false;
  #isStyled = false;
  #popover: Popover | undefined;
  #place: Place = {};
  #origin: HTMLElement | undefined;
  #message: Message | undefined;
  #quiet: ReturnType<typeof setTimeout> | undefined;

  constructor(document: Document, sheet: CSSStyleSheet, editors: LateEditors, signal: AbortSignal) {
    this.#editors = editors;
    this.element = document.createElement('offprint-panel');
    this.#root = this.element.attachShadow({ mode: 'closed' });
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.addEventListener('keydown', (event) => this.#onKey(event as KeyboardEvent));
    document.documentElement.append(this.element);
    document.addEventListener(
      'pointerdown',
      (event) => {
        if (event.target !== this.element) this.close();
      },
      { capture: true, signal },
    );
    // Whoever moves the mouse or presses a key may want an editor soon.
    for (const sign of ['pointermove', 'keydown']) {
      const once = { once: true, passive: true, capture: true, signal };
      document.addEventListener(sign, () => void this.#load(), once);
    }
    signal.addEventListener('abort', () => this.#leave(), { once: true });
    this.#draw();
  }

  /** Opens beside `near`, or in the middle; whatever was open closes. */
  open(popover: Popover, near?: HTMLElement): Opened {
    this.close();
    this.#origin = near;
    this.#popover = popover;
    this.#place = placeOf(near, this.element.ownerDocument);
    this.#draw();
    if (this.#editors.ready) this.#drawEditor();
    else {
      // What is typed meanwhile is kept, and not taken for the page's keys.
      this.#isAwaited = true;
      this.#body?.focus({ preventScroll: true });
      void this.#load();
    }
    let shown = popover;
    return {
      refresh: (editor) => {
        if (this.#popover !== shown) return;
        shown = this.#popover = { ...shown, editor };
        this.#drawEditor();
      },
    };
  }

  close(): void {
    const closing = this.#popover;
    if (!closing) return;
    this.#popover = undefined;
    this.#isAwaited = false;
    this.#held.release(null);
    if (this.#body) this.#editors.ready?.clear(this.#body);
    this.#draw();
    closing.onClose?.();
    if (this.#origin?.isConnected) this.#origin.focus({ preventScroll: true });
  }

  say(message: Message): void {
    clearTimeout(this.#quiet);
    this.#message = message;
    this.#draw();
    const lasts = message.undo || message.offer || message.tone === 'failed';
    this.#quiet = setTimeout(
      () => {
        this.#message = undefined;
        this.#draw();
      },
      lasts ? LONG_MS : BRIEF_MS,
    );
  }

  setTheme(theme: Theme): void {
    this.element.dataset['theme'] = theme;
  }

  #onKey(event: KeyboardEvent): void {
    // The site must not take what is typed here for its own shortcuts.
    event.stopPropagation();
    if (event.key === 'Escape' && !event.isComposing) this.close();
    else if (this.#isAwaited && this.#held.hold(event)) event.preventDefault();
  }

  #draw(): void {
    const popover = this.#popover;
    render(
      <>
        {popover && (
          <div
            ref={(body) => {
              this.#body = body;
            }}
            class="popover"
            role="dialog"
            tabIndex={-1}
            aria-label={popover.label}
            style={this.#place}
          />
        )}
        <Toast message={this.#message} />
      </>,
      this.#root,
    );
  }

  async #load(): Promise<void> {
    try {
      await this.#editors.load();
      this.#drawEditor();
    } catch (error) {
      console.warn('Offprint could not fetch its editors:', error);
      if (!this.#popover) return;
      this.close();
      this.say({ text: text('disconnected'), tone: 'failed' });
    }
  }

  #drawEditor(): void {
    const { ready } = this.#editors;
    if (!ready || !this.#popover || !this.#body) return;
    if (!this.#isStyled) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(ready.styles);
      this.#root.adoptedStyleSheets = [...this.#root.adoptedStyleSheets, sheet];
      this.#isStyled = true;
    }
    ready.draw(this.#body, this.#popover.editor);
    if (!this.#isAwaited) return;
    this.#isAwaited = false;
    this.#held.release(this.#root.activeElement);
  }

  #leave(): void {
    clearTimeout(this.#quiet);
    this.close();
    render(null, this.#root);
    this.element.remove();
  }
}

/** Where the popover goes: under `near` if there is room, else over it; it scrolls with the page. */
function placeOf(near: HTMLElement | undefined, document: Document): Place {
  const view = document.defaultView;
  if (!near || !view) {
    return { position: 'fixed', top: '12vh', left: '50%', transform: 'translateX(-50%)' };
  }
  const box = near.getBoundingClientRect();
  const width = Math.min(WIDTH_PX, view.innerWidth - 2 * GAP_PX);
  const left = Math.max(GAP_PX, Math.min(box.left, view.innerWidth - width - GAP_PX));
  const across = { position: 'absolute', left: `${left + view.scrollX}px`, width: `${width}px` };
  return box.bottom < view.innerHeight * 0.6
    ? { ...across, top: `${box.bottom + view.scrollY + GAP_PX}px` }
    : { ...across, top: `${box.top + view.scrollY - GAP_PX}px`, transform: 'translateY(-100%)' };
}
