import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Details, Library } from '@/utils/domain/library';
import type { FoundPublished } from '@/utils/domain/outside';
import type { PaperId } from '@/utils/domain/paper-id';
import type { Publication, PublicationSource } from '@/utils/domain/publication';
import { type StringKey, counted, text } from '@/utils/strings';
import { type Changes, failureText } from './use-changes';

export type CitationDetailsProps = {
  readonly details: Details;
  readonly library: Pick<Library, 'setKeys' | 'citePublication' | 'findPublished'>;
  readonly changes: Changes;
  /** Asks the reader's leave to ask others; must run inside a click. */
  readonly askForLookUps: () => Promise<boolean>;
};

/** Under which key a paper is cited, and as what. */
export function CitationDetails(props: CitationDetailsProps): JSX.Element {
  const { details, library, changes } = props;
  const { row, publication } = details;
  const isPublished = row.citesPublication === true;
  const cite = (published: boolean): void =>
    void changes.make(published ? counted('citedPublished', 1) : text('citedPreprint'), () =>
      library.citePublication([row.id], published),
    );
  return (
    <section class="citation-details">
      <h3>{text('citationHeading')}</h3>
      <KeyField key={`${row.id} ${row.citationKey}`} {...props} />
      {publication ? (
        <>
          <p>{text('publishedAs', publicationText(publication))}</p>
          <p class="muted">{evidenceText(publication)}</p>
          <label class="switch">
            <input
              type="checkbox"
              checked={isPublished}
              onChange={(event) => cite(event.currentTarget.checked)}
            />
            {text('citePublishedSwitch')}
          </label>
        </>
      ) : (
        <>
          <p class="muted">{text('publishedNone')}</p>
          <LookUp key={row.id} {...props} />
        </>
      )}
    </section>
  );
}

function KeyField({ details, library, changes }: CitationDetailsProps): JSX.Element {
  const { id, citationKey = '' } = details.row;
  const [key, setKey] = useState(citationKey);
  return (
    <form
      class="key-field"
      onSubmit={(event) => {
        event.preventDefault();
        void changes.make(text('keyChanged', key), () => library.setKeys([{ id, after: key }]));
      }}
    >
      <label class="labelled">
        {text('keyEdit')}
        <input
          class="field"
          value={key}
          maxLength={100}
          spellcheck={false}
          autocomplete="off"
          placeholder={text('keyLater')}
          onInput={(event) => setKey(event.currentTarget.value)}
        />
      </label>
      {key !== citationKey && key !== '' && (
        <button type="submit" class="button small primary">
          {text('fieldSave')}
        </button>
      )}
    </form>
  );
}

function publicationText({ container, volume, pages, year }: Publication): string {
  return [container, volume, pages, year].filter(Boolean).join(', ');
}

const SOURCES: Readonly<Record<PublicationSource, StringKey>> = {
  page: 'publishedByPage',
  import: 'publishedByImport',
  crossref: 'sourceCrossref',
  dblp: 'sourceDblp',
  'semantic-scholar': 'sourceSemanticScholar',
  reader: 'publishedByReader',
};

function evidenceText({ source, evidence }: Publication): string {
  const name = text(SOURCES[source]);
  return evidence === undefined ? name : `${name}: ${evidence}`;
}

const ALL = ['crossref', 'dblp', 'semantic-scholar'] as const;

function LookUp({ details, library, askForLookUps }: CitationDetailsProps): JSX.Element {
  const [said, setSaid] = useState('');
  const [isAsking, setAsking] = useState(false);
  const ask = async (id: PaperId): Promise<void> => {
    if (!(await askForLookUps())) return setSaid(text('lookUpRefused'));
    setAsking(true);
    try {
      setSaid(foundText(await library.findPublished([id], ALL)));
    } catch (error) {
      setSaid(failureText(error));
    }
    setAsking(false);
  };
  return (
    <p class="line-buttons">
      <button
        type="button"
        class="button small"
        title={text('lookUpHint')}
        disabled={isAsking}
        onClick={() => void ask(details.row.id)}
      >
        {text(isAsking ? 'lookingUp' : 'lookUp')}
      </button>
      <span role="status">{said}</span>
    </p>
  );
}

function foundText({ found, missed }: FoundPublished): string {
  if (found.length > 0) return text('lookUpFound');
  const [first] = missed;
  return first ? text('lookUpMissed', first.reason) : text('lookUpNothing');
}
