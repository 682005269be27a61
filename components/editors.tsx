import { type JSX, render } from 'preact';
import { AuthorField, type AuthorFieldProps } from './author-field';
import { CopyByHand, type CopyByHandProps } from './copy-by-hand';
import { FilterField, type FilterFieldProps } from './filter-field';
import { Help } from './help';
import { HiddenList, type HiddenListProps } from './hidden-list';
import { JumpField, type JumpFieldProps } from './jump-field';
import { NoteField, type NoteFieldProps } from './note-field';
import { StateMenu, type StateMenuProps } from './state-menu';
import { TagField, type TagFieldProps } from './tag-field';
import { TopicField, type TopicFieldProps } from './topic-field';
import { Why, type WhyProps } from './why';

/** What each editor is given. */
type EditorProps = {
  readonly tags: TagFieldProps;
  readonly note: NoteFieldProps;
  readonly state: StateMenuProps;
  readonly topic: TopicFieldProps;
  readonly filter: FilterFieldProps;
  readonly hidden: HiddenListProps;
  readonly why: WhyProps;
  readonly authors: AuthorFieldProps;
  readonly jump: JumpFieldProps;
  readonly 'copy-by-hand': CopyByHandProps;
  readonly help: Readonly<Record<never, never>>;
};

/** One editor, ready to be drawn. */
export type Editor = {
  readonly [Kind in keyof EditorProps]: {
    readonly kind: Kind;
    readonly props: EditorProps[Kind];
  };
}[keyof EditorProps];

/** What opens in a page's panel; it comes in a script of its own, when first wanted. */
export type Editors = {
  /** Draws an editor, or draws it anew; it takes the focus the first time. */
  draw(into: Element, editor: Editor): void;
  clear(into: Element): void;
  /** Text of the editors' style sheet. */
  readonly styles: string;
};

/** The editors, with their styles as text. */
export function editorsWith(styles: string): Editors {
  return {
    draw: (into, editor) => render(drawn(editor), into),
    clear: (into) => render(null, into),
    styles,
  };
}

function drawn(editor: Editor): JSX.Element {
  switch (editor.kind) {
    case 'tags':
      return <TagField {...editor.props} />;
    case 'note':
      return <NoteField {...editor.props} />;
    case 'state':
      return <StateMenu {...editor.props} />;
    case 'topic':
      return <TopicField {...editor.props} />;
    case 'filter':
      return <FilterField {...editor.props} />;
    case 'hidden':
      return <HiddenList {...editor.props} />;
    case 'why':
      return <Why {...editor.props} />;
    case 'authors':
      return <AuthorField {...editor.props} />;
    case 'jump':
      return <JumpField {...editor.props} />;
    case 'copy-by-hand':
      return <CopyByHand {...editor.props} />;
    case 'help':
      return <Help />;
  }
}
