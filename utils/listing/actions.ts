import type { Editor } from '@/components/editors';
import { STATE_NAMES } from '@/components/state-names';
import type { ReadingState } from '@/utils/domain/entry';
import type { Changed } from '@/utils/domain/library';
import type { Reading } from '@/utils/domain/paper';
import { type PaperId, paperUrl } from '@/utils/domain/paper-id';
import { counted, text } from '@/utils/strings';
import { type CardState, titleOf } from './card-state';
import { copyCitation } from './citing';
import { type NoteDraft, noteDraft } from './note-draft';
import type { Session } from './session';

/** What the reader can do with the papers of one or several cards. */
export class PaperActions {
  readonly #session: Session;
  readonly #drafts = new Map<PaperId, NoteDraft>();

  constructor(session: Session) {
    this.#session = session;
  }

  async save(states: readonly CardState[]): Promise<void> {
    const fresh = states.filter(({ status }) => !status?.entry);
    if (fresh.length === 0) {
      return this.#session.panel.say({ text: text('alreadySaved'), tone: 'done' });
    }
    await this.#change(
      fresh,
      (reading) => this.#session.library.save(reading),
      (count) => (count === 1 ? text('savedOne') : counted('savedMany', count)),
    );
  }

  /** Opens the tag editor of the first card; what it does is done to all. */
  editTags(states: readonly CardState[]): void {
    const [state] = states;
    if (!state) return;
    const session = this.#session;
    const redraw = (): void => opened.refresh(field());
    const field = (): Editor => ({
      kind: 'tags',
      props: {
        tags: state.status?.entry?.tags ?? [],
        suggestions: session.tags,
        onAdd: (name) => void this.#addTag(states, name).then(redraw),
        onRemove: (name) => void this.#removeTag(states, name).then(redraw),
        onDone: () => session.panel.close(),
        autoFocus: true,
      },
    });
    const opened = session.edit(state, text('tagsOf', titleOf(state)), field());
  }

  /** Puts on the tag with this digit, or takes it off where all cards have it. */
  async toggleTag(digit: number, states: readonly CardState[]): Promise<void> {
    const { tags, panel } = this.#session;
    const tag = tags.find((candidate) => candidate.digit === digit);
    if (!tag) return panel.say({ text: text('noTagOnDigit', digit), tone: 'warning' });
    const everywhere = states.every(({ status }) => status?.entry?.tags.includes(tag.name));
    await (everywhere ? this.#removeTag(states, tag.name) : this.#addTag(states, tag.name));
  }

  editNote(state: CardState): void {
    const { panel } = this.#session;
    const field = (): Editor => ({
      kind: 'note',
      props: {
        text: draft.text,
        status: draft.status,
        onInput: (note) => draft.input(note),
        onRetry: () => draft.flush(),
        onDone: () => panel.close(),
        autoFocus: true,
      },
    });
    const draft = this.#draftOf(state, () => opened?.refresh(field()));
    const opened = this.#session.edit(state, text('noteOn', titleOf(state)), field(), draft.flush);
  }

  editState(states: readonly CardState[]): void {
    const [state] = states;
    if (!state) return;
    const set = async (next: ReadingState): Promise<void> => {
      await this.#change(
        states,
        (reading) => this.#session.library.setState(reading, next),
        () => text('stateSet', text(STATE_NAMES[next])),
      );
      opened.refresh(menu());
    };
    const menu = (): Editor => ({
      kind: 'state',
      props: {
        state: state.status?.entry?.state,
        onSet: (next) => void set(next),
        autoFocus: true,
      },
    });
    const opened = this.#session.edit(state, text('readingState'), menu());
  }

  async copyBibtex(states: readonly CardState[]): Promise<void> {
    await copyCitation(this.#session, states);
  }

  open(state: CardState): void {
    const page = state.reading?.paper.links?.page ?? paperUrl(state.card.id);
    this.#session.document.defaultView?.open(page, '_blank', 'noopener');
  }

  /** Stores every note still being typed. */
  flushNotes(): void {
    for (const draft of this.#drafts.values()) draft.flush();
  }

  async #addTag(states: readonly CardState[], name: string): Promise<void> {
    await this.#change(
      states,
      (reading) => this.#session.library.tag(reading, name),
      (count) => (count === 1 ? text('taggedOne', name) : counted('tagged', count, name)),
    );
    await this.#session.refreshTags();
  }

  async #removeTag(states: readonly CardState[], name: string): Promise<void> {
    await this.#change(
      states,
      (_, state) => this.#session.library.untag(state.card.id, name),
      () => text('untagged', name),
    );
    await this.#session.refreshTags();
  }

  /** Does one change to each card's paper, shows how it stands then, and offers the way back. */
  async #change(
    states: readonly CardState[],
    verb: (reading: Reading, state: CardState) => Promise<Changed>,
    said: (count: number) => string,
  ): Promise<void> {
    const session = this.#session;
    const operations: string[] = [];
    for (const state of states) {
      const { reading } = state;
      if (!reading) continue;
      const done = await session.attempt(state, async () => {
        const { status, operation } = await verb(reading, state);
        session.adopt([status]);
        if (operation !== undefined) operations.push(operation);
      });
      if (!done) return;
    }
    session.undoing.together(operations);
    const undo = operations.length > 0 ? () => void session.undo(operations) : undefined;
    session.panel.say({ text: said(states.length), tone: 'done', undo });
  }

  /** The draft of a card's note; one that could not be stored yet is taken up again. */
  #draftOf(state: CardState, redraw: () => void): NoteDraft {
    const kept = this.#drafts.get(state.card.id);
    const draft = kept && kept.status !== 'saved' ? kept : noteDraft(state.status?.note ?? '');
    this.#drafts.set(state.card.id, draft);
    draft.begin(async (note) => {
      const { reading } = state;
      if (!reading) return;
      const { status } = await this.#session.answer(() =>
        this.#session.library.note(reading, note),
      );
      this.#session.adopt([status]);
    }, redraw);
    return draft;
  }
}
