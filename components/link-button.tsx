import type { JSX } from 'preact';

export type LinkButtonProps = {
  readonly label: string;
  /** Its `data-action`. */
  readonly action: string;
  readonly title?: string | undefined;
  readonly onPress: (event: Event) => void;
};

/** A quiet button in a line of text; only the reader's own press counts. */
export function LinkButton({ label, action, title, onPress }: LinkButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class="link"
      data-action={action}
      title={title}
      onClick={(event) => event.isTrusted && onPress(event)}
    >
      {label}
    </button>
  );
}
