import type { ComponentChildren, JSX } from 'preact';

export type TitleLinkProps = {
  /** Empty for a paper that has no page anywhere. */
  readonly href: string;
  readonly class?: string;
  readonly tabIndex?: number;
  readonly children: ComponentChildren;
};

/** A paper's title, and the way to its page where it has one. */
export function TitleLink({ href, children, ...rest }: TitleLinkProps): JSX.Element {
  if (href === '') return <span class={rest.class}>{children}</span>;
  return (
    <a {...rest} href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
