import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Reads } from '@/components/finder';
import { RulesPage, type RulesPageProps } from '@/components/rules-page';
import { SavedPapers } from '@/components/saved-papers';
import { useChanges } from '@/components/use-changes';
import { Welcome } from '@/components/welcome';
import type { Library } from '@/utils/domain/library';
import { readRules, writeRules } from '@/utils/formats/rules';
import { onChange } from '@/utils/messages';
import { ownPage, place } from '@/utils/own-page/place';
import { sites } from '@/utils/sites';
import { text } from '@/utils/strings';

export type LibraryPageProps = {
  readonly reads: Reads;
  readonly ruleReads: RulesPageProps['reads'];
  readonly library: Library;
};

/** The library page: the saved papers with more room, and the rules. */
export function LibraryPage({ reads, ruleReads, library }: LibraryPageProps): JSX.Element {
  const changes = useChanges(library, onChange);
  const view = useView();
  return (
    <div class="library">
      {view === 'rules' ? (
        <>
          <header>
            <Heading view={view} />
          </header>
          <main class="scroll">
            <RulesPage
              reads={ruleReads}
              library={library}
              changes={changes}
              sites={RULE_SITES}
              now={Date.now}
              readRules={readRules}
              saveRules={(rules, pack) => place.saveRules(writeRules(rules, pack))}
            />
          </main>
        </>
      ) : (
        <SavedPapers
          heading={<Heading view={view} />}
          reads={reads}
          library={library}
          changes={changes}
          place={place}
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

type View = 'papers' | 'rules';

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
  return hash === '#rules' ? 'rules' : 'papers';
}

function Heading({ view }: { readonly view: View }): JSX.Element {
  return (
    <div class="library-head">
      <h1>{text(view === 'rules' ? 'rules' : 'libraryHeading')}</h1>
      <nav class="library-nav" aria-label={text('extensionName')}>
        <a href="#papers" aria-current={view === 'papers' ? 'page' : undefined}>
          {text('libraryHeading')}
        </a>
        <a href="#rules" aria-current={view === 'rules' ? 'page' : undefined}>
          {text('rules')}
        </a>
      </nav>
    </div>
  );
}
