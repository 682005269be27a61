import type { JSX } from 'preact';
import type { Entry } from '@/utils/domain/entry';
import { text } from '@/utils/strings';
import * as icons from './icon-outlines';
import { Icon } from './icons';
import { STATE_NAMES } from './state-names';

export type SiteOfferProps = {
  readonly name: string;
  /** While the browser asks, and the page is read. */
  readonly isSwitching: boolean;
  readonly onSwitchOn: () => void;
};

/** Offers to read the site in the active tab from now on. */
export function SiteOffer({ name, isSwitching, onSwitchOn }: SiteOfferProps): JSX.Element {
  return (
    <div class="page-strip">
      <Icon outline={icons.eye} />
      <span>{text('siteOffered', name)}</span>
      <button
        type="button"
        class="button small"
        data-action="switch-on"
        title={text('siteOfferedHint')}
        disabled={isSwitching}
        onClick={(event) => event.isTrusted && onSwitchOn()}
      >
        {text(isSwitching ? 'switchingOn' : 'switchOnHere')}
      </button>
    </div>
  );
}

export type PaperOfferProps = {
  /** Its title, or what stands for one. */
  readonly title: string;
  /** Absent when it is not saved. */
  readonly entry?: Entry | undefined;
  readonly onSave: () => void;
};

/** The paper of the active tab: offers to save it, or tells how it stands. */
export function PaperOffer({ title, entry, onSave }: PaperOfferProps): JSX.Element {
  return (
    <div class="page-strip page-paper">
      <Icon outline={icons.bookmark} filled={entry !== undefined} />
      <span>
        <span class="page-strip-where">{text(entry ? 'savedHere' : 'paperHere')}</span> {title}
        {entry && (
          <span class="page-paper-facts">
            {[text(STATE_NAMES[entry.state]), ...entry.tags.map((tag) => `#${tag}`)].join(' · ')}
          </span>
        )}
      </span>
      {!entry && (
        <button type="button" class="button small" data-action="save-page" onClick={onSave}>
          {text('saveThisPaper')}
        </button>
      )}
    </div>
  );
}
