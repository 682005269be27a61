import type { JSX } from 'preact';
import type { Reads } from '@/components/finder';
import { SavedPapers } from '@/components/saved-papers';
import { useChanges } from '@/components/use-changes';
import { Welcome } from '@/components/welcome';
import type { Library } from '@/utils/domain/library';
import { onChange } from '@/utils/messages';
import { ownPage, place } from '@/utils/own-page/place';
import { text } from '@/utils/strings';

export type LibraryPageProps = { readonly reads: Reads; readonly library: Library };

/** The library page: for now the popup's list with more room. */
export function LibraryPage({ reads, library }: LibraryPageProps): JSX.Element {
  const changes = useChanges(library, onChange);
  return (
    <div class="library">
      <SavedPapers
        heading={<Heading />}
        reads={reads}
        library={library}
        changes={changes}
        place={place}
        welcome={<Welcome sandbox={ownPage('demo')} listing="https://huggingface.co/papers" />}
      />
    </div>
  );
}

function Heading(): JSX.Element {
  return (
    <div class="library-head">
      <h1>{text('libraryHeading')}</h1>
      <p>{text('libraryToCome')}</p>
    </div>
  );
}
