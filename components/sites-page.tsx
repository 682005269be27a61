import type { JSX } from 'preact';
import type { IsoDate } from '@/utils/domain/paper';
import { text } from '@/utils/strings';
import { dayText } from './day-text';
import { Toast } from './toast';
import { Unread } from './unread';
import type { Changes } from './use-changes';
import type { ReadingState } from './use-reading';

/** A site as the reader sees it. */
export type ListedSite = {
  readonly id: string;
  readonly name: string;
  readonly origins: readonly string[];
  /** What of it is read, in a sentence. */
  readonly reads: string;
  /** On that day or later all its pages were seen to look as Offprint knows them. */
  readonly checked: IsoDate;
};

export type SitesPageProps = {
  readonly required: readonly ListedSite[];
  readonly optional: readonly ListedSite[];
  /** Ids of the sites that are switched on. */
  readonly on: ReadingState<ReadonlySet<string>>;
  /** Called inside the click. */
  readonly onSwitch: (site: ListedSite, isOn: boolean) => void;
  readonly changes: Pick<Changes, 'message'>;
};

/** All sites Offprint can read, and the switches of those that are not always read. */
export function SitesPage(props: SitesPageProps): JSX.Element {
  const { required, optional, on, onSwitch, changes } = props;
  return (
    <div class="sites-page">
      <p>{text('sitesIntro')}</p>
      <h2>{text('sitesRequired')}</h2>
      <ul class="sites">
        {required.map((site) => (
          <li key={site.id} class="site">
            <SiteFacts site={site} />
          </li>
        ))}
      </ul>
      {optional.length > 0 && (
        <>
          <h2>{text('sitesOptional')}</h2>
          <p class="site-hint">{text('sitesOptionalHint')}</p>
          <Unread reading={on} />
          <ul class="sites">
            {optional.map((site) => (
              <li key={site.id} class="site" data-site={site.id}>
                <SiteFacts site={site} />
                {on.value && (
                  <Switch
                    site={site}
                    isOn={on.value.has(site.id)}
                    onSwitch={(isOn) => onSwitch(site, isOn)}
                  />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <Toast message={changes.message} />
    </div>
  );
}

function SiteFacts({ site }: { readonly site: ListedSite }): JSX.Element {
  const hosts = site.origins.map((origin) => origin.replace(/^[^/]*\/\/|\/\*$/g, ''));
  return (
    <div class="site-facts">
      <h3>
        {site.name} <small>{hosts.join(', ')}</small>
      </h3>
      <p>{site.reads}</p>
      <p class="site-hint">{text('siteChecked', dayText(site.checked))}</p>
    </div>
  );
}

type SwitchProps = {
  readonly site: ListedSite;
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
};

function Switch({ site, isOn, onSwitch }: SwitchProps): JSX.Element {
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-checked={isOn}
      aria-label={text('siteSwitch', site.name)}
      onClick={(event) => event.isTrusted && onSwitch(!isOn)}
    >
      <span class="switch-track" />
      <span aria-hidden="true">{text(isOn ? 'siteOn' : 'siteOff')}</span>
    </button>
  );
}
