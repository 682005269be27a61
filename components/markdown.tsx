import type { Definition, Nodes, Parents, Root, RootContent, Table } from 'mdast';
import type { ComponentChildren, JSX } from 'preact';
import { text } from '@/utils/strings';

/** A note as it was read; see `readMarkdown`. */
export type MarkdownTree = {
  readonly pieces: readonly Root[];
  /** Whether the note goes on where the pieces end. */
  readonly isCut: boolean;
};

export type MarkdownProps = { readonly tree: MarkdownTree };

/** Characters of a note that are drawn. */
const MOST_DRAWN = 20_000;

/**
 * Markdown as elements. Only what is named here is drawn: HTML in a note stays text, links lead to the
 * web and nowhere else, and images are links, since an image would ask somebody for it.
 */
export function Markdown({ tree }: MarkdownProps): JSX.Element {
  return (
    <div class="markdown">
      {tree.pieces.map((piece, index) => (
        <Drawn key={index} node={piece} links={definitionsIn(piece)} />
      ))}
      {tree.isCut && <p class="muted">{text('notePreviewEnds')}</p>}
    </div>
  );
}

/** Reads a note. The reader is loaded when the first note is shown. */
export async function readMarkdown(note: string): Promise<MarkdownTree> {
  const { readPieces } = await import('./read-markdown');
  const pieces = await readPieces(note.slice(0, MOST_DRAWN));
  return { pieces, isCut: note.length > MOST_DRAWN };
}

/** Where labels lead, `[label]: address`. */
type Links = ReadonlyMap<string, string>;

function definitionsIn({ children }: Root): Links {
  const found = children.filter((node): node is Definition => node.type === 'definition');
  return new Map(found.map(({ identifier, url }) => [identifier, url]));
}

type DrawnProps<Node> = { readonly node: Node; readonly links: Links };

function Drawn({ node, links }: DrawnProps<Nodes>): JSX.Element {
  return <>{drawn(node, links)}</>;
}

function drawn(node: Nodes, links: Links): ComponentChildren {
  switch (node.type) {
    case 'root':
      return inside(node, links);
    case 'paragraph':
      return <p>{inside(node, links)}</p>;
    case 'heading':
      return <p class="markdown-heading">{inside(node, links)}</p>;
    case 'blockquote':
      return <blockquote>{inside(node, links)}</blockquote>;
    case 'list':
      return node.ordered === true ? (
        <ol start={node.start ?? 1}>{inside(node, links)}</ol>
      ) : (
        <ul>{inside(node, links)}</ul>
      );
    case 'listItem':
      return <Item node={node} links={links} />;
    case 'table':
      return <Rows node={node} links={links} />;
    case 'code':
      return <pre>{node.value}</pre>;
    case 'thematicBreak':
      return <hr />;
    default:
      return phrase(node, links);
  }
}

function Item({ node, links }: DrawnProps<Extract<Nodes, { type: 'listItem' }>>): JSX.Element {
  if (typeof node.checked !== 'boolean') return <li>{inside(node, links)}</li>;
  return (
    <li class="markdown-task">
      <span aria-hidden="true">{node.checked ? '☑' : '☐'}</span>
      <span class="op-hidden">{text(node.checked ? 'taskDone' : 'taskOpen')}</span>
      <div>{inside(node, links)}</div>
    </li>
  );
}

function Rows({ node, links }: DrawnProps<Table>): JSX.Element {
  const [head, ...rows] = node.children;
  return (
    <table>
      <thead>
        <tr>
          {head?.children.map((cell, index) => (
            <th key={index} scope="col">
              {inside(cell, links)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.children.map((cell, at) => (
              <td key={at}>{inside(cell, links)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function phrase(node: RootContent, links: Links): ComponentChildren {
  switch (node.type) {
    case 'text':
    case 'html':
      return node.value;
    case 'emphasis':
      return <em>{inside(node, links)}</em>;
    case 'strong':
      return <strong>{inside(node, links)}</strong>;
    case 'delete':
      return <s>{inside(node, links)}</s>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'break':
      return <br />;
    case 'link':
      return <WebLink address={node.url}>{inside(node, links)}</WebLink>;
    case 'linkReference':
      return <WebLink address={links.get(node.identifier)}>{inside(node, links)}</WebLink>;
    case 'image':
      return <WebLink address={node.url}>{node.alt || node.url}</WebLink>;
    case 'imageReference':
      return <WebLink address={links.get(node.identifier)}>{node.alt || node.label}</WebLink>;
    case 'footnoteReference':
      return <sup>{node.label ?? node.identifier}</sup>;
    default:
      return 'children' in node ? inside(node, links) : undefined;
  }
}

type WebLinkProps = { readonly address: string | undefined; readonly children: ComponentChildren };

function WebLink({ address, children }: WebLinkProps): JSX.Element {
  const isWeb =
    address !== undefined && URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
  if (!isWeb) return <span>{children}</span>;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

function inside({ children }: Parents, links: Links): ComponentChildren {
  // A note is drawn anew as a whole, so that places tell its pieces apart.
  const pieces: readonly Nodes[] = children;
  return pieces.map((child, index) => <Drawn key={index} node={child} links={links} />);
}
