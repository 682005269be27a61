import { text } from '@/utils/strings';
import type { CardState } from './card-state';
import type { Panel } from './panel';

/** Asks the library, and says so when it does not answer. */
export type Trouble = {
  /** Whether the extension was taken away under this page. */
  readonly disconnected: boolean;
  answer<Answer>(question: () => Promise<Answer>): Promise<Answer>;
  /** Does a change; when it fails, says so on the card and offers to do it again. True when it went through. */
  attempt(state: CardState | undefined, change: () => Promise<void>): Promise<boolean>;
};

export type TroubleParts = {
  readonly panel: Panel;
  /** Draws what shows that the library can, or cannot, be reached. */
  readonly onDisconnected: () => void;
  readonly onFailure: (state: CardState) => void;
};

/** Watches over the questions a page asks. */
export function trouble({ panel, onDisconnected, onFailure }: TroubleParts): Trouble {
  let disconnected = false;

  function setDisconnected(next: boolean): void {
    if (disconnected === next) return;
    disconnected = next;
    onDisconnected();
  }

  function fail(state: CardState | undefined, failure: CardState['failure']): void {
    if (!state || state.failure === failure) return;
    state.failure = failure;
    onFailure(state);
  }

  async function answer<Answer>(question: () => Promise<Answer>): Promise<Answer> {
    try {
      const given = await question();
      setDisconnected(false);
      return given;
    } catch (error) {
      setDisconnected(error instanceof Error && error.name === 'Disconnected');
      throw error;
    }
  }

  async function attempt(
    state: CardState | undefined,
    change: () => Promise<void>,
  ): Promise<boolean> {
    try {
      await answer(change);
      fail(state, undefined);
      return true;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = disconnected ? text('disconnected') : text('notSaved', reason);
      const retry = (): void => void attempt(state, change);
      fail(state, { message, retry });
      panel.say({ text: message, tone: 'failed', offer: { label: text('tryAgain'), take: retry } });
      return false;
    }
  }

  return {
    get disconnected() {
      return disconnected;
    },
    answer,
    attempt,
  };
}
