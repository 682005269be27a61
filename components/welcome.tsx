import type { JSX } from 'preact';
import { text } from '@/utils/strings';
import * as icons from './icon-outlines';
import { Icon } from './icons';

export type WelcomeProps = { readonly sandbox: string; readonly listing: string };

/** Two ways to begin: on invented papers, or on today's. */
export function Welcome({ sandbox, listing }: WelcomeProps): JSX.Element {
  return (
    <>
      <a class="button primary" href={sandbox} target="_blank">
        <Icon outline={icons.flask} />
        {text('openSandbox')}
      </a>
      <a class="button" href={listing} target="_blank" rel="noreferrer">
        <Icon outline={icons.external} />
        {text('openListing')}
      </a>
    </>
  );
}
