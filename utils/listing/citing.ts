import type { Citation } from '@/utils/domain/citing';
import type { PaperId } from '@/utils/domain/paper-id';
import { counted, text } from '@/utils/strings';
import type { CardState } from './card-state';
import type { Session } from './session';

/** Copies the cards' BibTeX, and offers to fetch author names where the listing gave none. */
export async function copyCitation(session: Session, states: readonly CardState[]): Promise<void> {
  const readings = states.flatMap(({ reading }) => (reading ? [reading] : []));
  const [first] = states;
  if (!first || readings.length === 0) return;
  await session.attempt(first, async () => {
    const citation = await session.library.bibtex(readings);
    if (await session.copy(citation.text)) return sayCopied(session, citation, states);
    const props = { citation: citation.text };
    session.edit(first, text('copyBibtex'), { kind: 'copy-by-hand', props });
  });
}

function sayCopied(session: Session, citation: Citation, states: readonly CardState[]): void {
  const nameless = citation.warnings.filter(({ code }) => code === 'authors-unknown');
  if (nameless.length === 0) return session.panel.say({ text: text('copied'), tone: 'done' });
  const ids = nameless.map(({ id }) => id);
  session.panel.say({
    text: counted('copiedNameless', nameless.length),
    tone: 'warning',
    offer: { label: text('fetchNames'), take: () => void fetchNames(session, ids, states) },
  });
}

async function fetchNames(
  session: Session,
  ids: readonly PaperId[],
  states: readonly CardState[],
): Promise<void> {
  await session.attempt(undefined, async () => {
    session.panel.say({ text: text('fetchingNames'), tone: 'done' });
    const { missed } = await session.library.fetchAuthors(ids);
    if (missed.length === 0) return copyCitation(session, states);
    session.panel.say({ text: text('namesMissed'), tone: 'warning' });
  });
}
