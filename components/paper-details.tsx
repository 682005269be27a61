import type { JSX } from 'preact';
import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';
import type { Library } from '@/utils/domain/library';
import { timeOf } from '@/utils/domain/clock';
import type { PastAct } from '@/utils/domain/operation';
import type { Edits, Paper } from '@/utils/domain/paper';
import { type PaperId, readingUrls } from '@/utils/domain/paper-id';
import { text } from '@/utils/strings';
import { actText } from './act-text';
import { dayText } from './day-text';
import { CitationDetails, type CitationDetailsProps } from './citation-details';
import { FieldList } from './field-list';
import * as icons from './icon-outlines';
import { Icon } from './icons';
import { NoteEditor, NotePreview } from './note-editor';
import { EditorButtons, type EditorFocus, type PaperEditorProps } from './paper-editor';
import { StateMenu } from './state-menu';
import { TagField } from './tag-field';
import { TitleLink } from './title-link';
import { trashedText } from './trashed-text';
import { Unread } from './unread';
import { useReading } from './use-reading';

export type PaperDetailsProps = Omit<PaperEditorProps, 'row' | 'read'> & {
  readonly id: PaperId;
  readonly focus: EditorFocus;
  /** The address of the paper's own page. */
  readonly href: string;
  readonly reads: Pick<Library, 'details' | 'actsOn'>;
  readonly onEdit: (edits: Edits) => void;
} & Omit<CitationDetailsProps, 'details'>;

/** Everything about one saved paper, beside the list. */
export function PaperDetails(props: PaperDetailsProps): JSX.Element {
  const { id, focus, reads, revision, onDone } = props;
  const reading = useReading(
    useCallback(() => reads.details(id), [reads, id]),
    revision,
  );
  const acts = useReading(
    useCallback(() => reads.actsOn(id), [reads, id]),
    revision,
  );
  const pane = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    // Where there is no room beside the list, what is under the details must not keep the keyboard.
    if (!pane.current || focus !== undefined) return;
    if (getComputedStyle(pane.current).position === 'absolute') pane.current.focus();
  }, [id, focus]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      ref={pane}
      tabIndex={-1}
      class="details"
      aria-label={text('details')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        onDone();
      }}
    >
      <button
        type="button"
        class="icon-button details-close"
        aria-label={text('closeDetails')}
        onClick={onDone}
      >
        <Icon outline={icons.close} />
      </button>
      <Unread reading={reading.isFailed ? reading : acts} />
      {reading.value && <Body {...props} details={reading.value} acts={acts.value ?? []} />}
    </aside>
  );
}

type BodyProps = PaperDetailsProps & {
  readonly details: NonNullable<Awaited<ReturnType<Library['details']>>>;
  readonly acts: readonly PastAct[];
};

function Body(props: BodyProps): JSX.Element {
  const { details, id, focus, acts, tags, href } = props;
  const { row, paper } = details;
  return (
    <>
      <h2>
        <TitleLink href={href}>{paper.title}</TitleLink>
      </h2>
      {paper.summary !== undefined && <p class="muted">{paper.summary}</p>}
      <ReadingLinks paper={paper} href={href} />
      {row.trashedAt !== undefined && (
        <div class="details-tools">
          <p>{trashedText(row.trashedAt)}</p>
          <div class="editor-buttons">
            <button type="button" class="button small" onClick={props.onRestore}>
              <Icon outline={icons.restore} />
              {text('restore')}
            </button>
          </div>
          {details.note !== '' && <NotePreview note={details.note} />}
        </div>
      )}
      {row.trashedAt === undefined && (
        <div class="details-tools">
          <StateMenu
            key={`${id} ${focus}`}
            state={row.state}
            onSet={props.onState}
            autoFocus={focus === 'state'}
          />
          <TagField
            key={`${id} ${focus}`}
            tags={row.tags}
            suggestions={tags}
            onAdd={props.onTag}
            onRemove={props.onUntag}
            onDone={props.onDone}
            autoFocus={focus === 'tag'}
          />
          <NoteEditor
            key={`${id} ${focus}`}
            stored={details.note}
            place={props.note}
            onDone={props.onDone}
            autoFocus={focus === 'note'}
          />
          <EditorButtons title={row.title} onCopy={props.onCopy} onTrash={props.onTrash} />
        </div>
      )}
      {row.trashedAt === undefined && (
        <CitationDetails
          details={details}
          library={props.library}
          changes={props.changes}
          askForLookUps={props.askForLookUps}
        />
      )}
      <h3>{text('fieldsHeading')}</h3>
      <FieldList key={id} details={details} onEdit={props.onEdit} />
      <h3>{text('seenHeading')}</h3>
      <Sightings details={details} />
      <h3>{text('actsHeading')}</h3>
      <ul class="details-acts">
        {acts.map((act) => (
          <li key={act.id} class={act.undoneBy === undefined ? '' : 'undone'}>
            <time>{dayText(new Date(timeOf(act.id)).toISOString())}</time> {actText(act)}
            {act.undoneBy !== undefined && <em> · {text('actUndone')}</em>}
          </li>
        ))}
      </ul>
    </>
  );
}

type ReadingLinksProps = { readonly paper: Paper; readonly href: string };

function ReadingLinks({ paper, href }: ReadingLinksProps): JSX.Element {
  const { pdf, html } = readingUrls(paper.id);
  const { code, project } = paper.links ?? {};
  const links = [
    [href, 'openSite'],
    [pdf, 'openPdf'],
    [html, 'openHtml'],
    [code, 'openCode'],
    [project, 'openProject'],
  ] as const;
  return (
    <p class="details-links">
      {links.map(
        ([address, name]) =>
          isWeb(address) && (
            <a key={name} class="button small" href={address} target="_blank" rel="noreferrer">
              <Icon outline={icons.external} />
              {text(name)}
            </a>
          ),
      )}
    </p>
  );
}

/** A paper that only a file told of has no address; what a page said is an address may be none. */
function isWeb(address: string | undefined): address is string {
  return address !== undefined && /^(?:https?|chrome-extension|moz-extension):/.test(address);
}

function Sightings({ details }: Pick<BodyProps, 'details'>): JSX.Element {
  if (details.sightings.length === 0) return <p class="muted">{text('seenNowhere')}</p>;
  return (
    <ul class="details-acts">
      {details.sightings.map(({ site, firstSeen, lastSeen }) => (
        <li key={site}>{text('seenOn', site, dayText(firstSeen), dayText(lastSeen))}</li>
      ))}
    </ul>
  );
}
