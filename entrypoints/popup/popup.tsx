import type { JSX } from 'preact';
import { useCallback, useMemo } from 'preact/hooks';
import type { Reads } from '@/components/finder';
import type { Exporter } from '@/components/use-export';
import * as icons from '@/components/icon-outlines';
import { Icon } from '@/components/icons';
import { PauseButton } from '@/components/pause-button';
import type { SearchSeen } from '@/components/seen-results';
import { SavedPapers } from '@/components/saved-papers';
import { FIRST_VIEW, isView } from '@/components/sort-menu';
import { type Changes, useChanges } from '@/components/use-changes';
import { useReading } from '@/components/use-reading';
import { useRemembered } from '@/components/use-remembered';
import { Welcome } from '@/components/welcome';
import type { Library } from '@/utils/domain/library';
import { sandboxPaperIds } from '@/utils/domain/sandbox';
import { onChange, onProgress } from '@/utils/messages';
import { ownPage, place } from '@/utils/own-page/place';
import { text } from '@/utils/strings';
import { ActivePageStrip } from './page-strip';

export type PopupProps = {
  readonly reads: Reads & Pick<Library, 'searches'> & { readonly searchSeen: SearchSeen };
  readonly library: Library;
  readonly exporter: Exporter;
};

/** The rows come first: all that is known of the sandbox's papers takes hundreds of requests. */
const AFTER_ROWS_MS = 300;

const LISTING = 'https://huggingface.co/papers';

/** The popup: the saved papers, what Offprint did on the active tab, and the ways elsewhere. */
export function Popup({ reads, library, exporter }: PopupProps): JSX.Element {
  const changes = useChanges(library, onChange);
  const parts = { reads, library, changes };
  const [view, setView] = useRemembered('popup-list', FIRST_VIEW, isView);
  const withExporter = useMemo(() => ({ ...place, exporter }), [exporter]);
  return (
    <SavedPapers
      {...parts}
      onProgress={onProgress}
      searchSeen={reads.searchSeen}
      keptSearches={reads.searches}
      view={view}
      onView={setView}
      heading={<h1 class="op-hidden">{text('extensionName')}</h1>}
      place={withExporter}
      tools={<Pause {...parts} />}
      strip={
        <>
          <ActivePageStrip {...parts} />
          <SandboxStrip {...parts} />
        </>
      }
      welcome={<Welcome sandbox={ownPage('demo')} listing={LISTING} />}
      links={<Links />}
    />
  );
}

type PartProps = Omit<PopupProps, 'exporter'> & { readonly changes: Changes };

function Pause({ reads, library, changes }: PartProps): JSX.Element {
  const ask = useCallback(() => reads.known([]), [reads]);
  const ruling = useReading(ask, changes.revision).value;
  return <PauseButton paused={ruling?.paused === true} library={library} changes={changes} />;
}

function SandboxStrip({ reads, library, changes }: PartProps): JSX.Element | null {
  const ask = useCallback(async () => {
    await new Promise((resolve) => setTimeout(resolve, AFTER_ROWS_MS));
    return reads.known(sandboxPaperIds());
  }, [reads]);
  const sandbox = useReading(ask, changes.revision).value;
  const used =
    sandbox?.statuses.some(({ entry, hidden }) => entry !== undefined || hidden) === true;
  const clear = (): void => void changes.make(text('sandboxCleared'), () => library.clearSandbox());
  if (!used) return null;
  return (
    <p class="page-strip">
      <Icon outline={icons.flask} />
      <span>{text('sandboxInUse')}</span>
      <button type="button" class="button small" title={text('clearSandboxHint')} onClick={clear}>
        {text('clearSandbox')}
      </button>
    </p>
  );
}

function Links(): JSX.Element {
  return (
    <nav class="links" aria-label={text('extensionName')}>
      <a class="link" href={ownPage('demo')} target="_blank" title={text('linkSandboxHint')}>
        <Icon outline={icons.flask} />
        {text('linkSandbox')}
      </a>
      <a class="link" href={ownPage('library')} target="_blank">
        <Icon outline={icons.library} />
        {text('linkLibrary')}
      </a>
      <a class="link" href={`${ownPage('library')}#rules`} target="_blank">
        <Icon outline={icons.funnel} />
        {text('linkRules')}
      </a>
    </nav>
  );
}
