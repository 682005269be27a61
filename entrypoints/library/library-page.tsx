import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { BibFilePage } from '@/components/bib-file-page';
import { DuplicatesPage } from '@/components/duplicates-page';
import type { Reads } from '@/components/finder';
import { FiguresPage } from '@/components/figures-page';
import { ImportPage } from '@/components/import-page';
import { HistoryPage, type HistoryPageProps } from '@/components/history-page';
import { RulesPage, type RulesPageProps } from '@/components/rules-page';
import { SavedPapers } from '@/components/saved-papers';
import { FIRST_VIEW, isView } from '@/components/sort-menu';
import type { Exporter } from '@/components/use-export';
import type { SearchSeen } from '@/components/seen-results';
import { TagsPage } from '@/components/tags-page';
import { useChanges } from '@/components/use-changes';
import { useRemembered } from '@/components/use-remembered';
import { Welcome } from '@/components/welcome';
import type { Citable } from '@/utils/domain/citing';
import type { PaperId } from '@/utils/domain/paper-id';
import type { Library } from '@/utils/domain/library';
import { readRules, writeRules } from '@/utils/formats/rules';
import { onChange, onProgress } from '@/utils/messages';
import { doorToBibFile } from '@/utils/own-page/bib-file';
import { stageFile } from '@/utils/own-page/importing';
import { ownPage, place } from '@/utils/own-page/place';
import { sites } from '@/utils/sites';
import { text } from '@/utils/strings';
import { SitesView } from './sites-view';

export type LibraryPageProps = {
  readonly reads: Reads &
    HistoryPageProps['reads'] &
    Pick<Library, 'actsOn' | 'searches' | 'duplicates' | 'figures'> & {
      readonly searchSeen: SearchSeen;
      readonly citables: (ids: readonly PaperId[]) => Promise<readonly Citable[]>;
    };
  readonly ruleReads: RulesPageProps['reads'];
  readonly library: Library;
  readonly exporter: Exporter;
};

/** The library page: the saved papers with more room, and the rules. */
export function LibraryPage(props: LibraryPageProps): JSX.Element {
  const { reads, ruleReads, library, exporter } = props;
  const withExporter = useMemo(() => ({ ...place, exporter }), [exporter]);
  const bibDoor = useMemo(() => doorToBibFile(library, reads), [library, reads]);
  const changes = useChanges(library, onChange);
  const view = useView();
  // Other views take the list's place; it comes back with what was looked for.
  const sought = useRef(START_QUERY);
  const [list, setList] = useRemembered('list', FIRST_VIEW, isView);
  return (
    <div class="library">
      {view !== 'papers' ? (
        <>
          <header>
            <Heading view={view} />
          </header>
          <main class="scroll">
            {view === 'rules' && (
              <RulesPage
                reads={ruleReads}
                library={library}
                changes={changes}
                sites={RULE_SITES}
                now={Date.now}
                readRules={readRules}
                saveRules={(rules, pack) => place.saveRules(writeRules(rules, pack))}
              />
            )}
            {view === 'tags' && <TagsPage reads={reads} library={library} changes={changes} />}
            {view === 'duplicates' && (
              <DuplicatesPage reads={reads} library={library} changes={changes} />
            )}
            {view === 'import' && (
              <ImportPage
                library={library}
                changes={changes}
                stageFile={stageFile}
                onProgress={onProgress}
              />
            )}
            {view === 'bib' && <BibFilePage door={bibDoor} changes={changes} />}
            {view === 'figures' && <FiguresPage reads={reads} changes={changes} />}
            {view === 'sites' && <SitesView changes={changes} />}
            {view === 'history' && (
              <HistoryPage reads={reads} library={library} changes={changes} />
            )}
          </main>
        </>
      ) : (
        <SavedPapers
          heading={<Heading view={view} />}
          startQuery={sought.current}
          onQuery={(query) => {
            sought.current = query;
          }}
          onProgress={onProgress}
          view={list}
          onView={setList}
          actsOn={reads.actsOn}
          searches={reads.searches}
          searchSeen={reads.searchSeen}
          reads={reads}
          library={library}
          changes={changes}
          place={withExporter}
          welcome={<Welcome sandbox={ownPage('demo')} listing="https://huggingface.co/papers" />}
        />
      )}
    </div>
  );
}

const RULE_SITES = [
  ...sites.map(({ id, name }) => ({ id, name })),
  { id: 'sandbox', name: text('linkSandbox') },
];

const VIEWS = {
  papers: 'libraryHeading',
  tags: 'tagsHeading',
  duplicates: 'duplicatesHeading',
  rules: 'rules',
  sites: 'sitesHeading',
  import: 'importHeading',
  bib: 'bibHeading',
  figures: 'figuresHeading',
  history: 'history',
} as const;

type View = keyof typeof VIEWS;

/** The address bar's keyword leads here with a query. */
const START_QUERY = new URLSearchParams(location.search).get('q')?.slice(0, 1_000) ?? '';

/** The view the address names, `library.html#rules`. */
function useView(): View {
  const [view, setView] = useState(viewOf(location.hash));
  useEffect(() => {
    const follow = (): void => setView(viewOf(location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return view;
}

function viewOf(hash: string): View {
  return (Object.keys(VIEWS) as View[]).find((name) => `#${name}` === hash) ?? 'papers';
}

function Heading({ view }: { readonly view: View }): JSX.Element {
  return (
    <div class="library-head">
      <h1>{text(VIEWS[view])}</h1>
      <nav class="library-nav" aria-label={text('extensionName')}>
        {(Object.keys(VIEWS) as View[]).map((name) => (
          <a key={name} href={`#${name}`} aria-current={view === name ? 'page' : undefined}>
            {text(VIEWS[name])}
          </a>
        ))}
      </nav>
    </div>
  );
}
