import type { Nodes, Parents, RootContent } from 'mdast';
import type { ComponentChildren, JSX } from 'preact';

/** A note as it was read; see `readMarkdown`. */
export type MarkdownTree = Nodes;

export type MarkdownProps = { readonly tree: MarkdownTree };

/**
 * Markdown as elements. Only what is named here is drawn: HTML in a note stays text, links lead to the
 * web and nowhere else, and images are links, since an image would ask somebody for it.
 */
export function Markdown({ tree }: MarkdownProps): JSX.Element {
  return <div class="markdown">{drawn(tree)}</div>;
}

/** Reads a note. The reader is loaded when the first note is shown. */
export async function readMarkdown(text: string): Promise<MarkdownTree> {
  const { fromMarkdown } = await import('mdast-util-from-markdown');
  return fromMarkdown(text);
}

function drawn(node: Nodes): ComponentChildren {
  switch (node.type) {
    case 'root':
      return inside(node);
    case 'paragraph':
      return <p>{inside(node)}</p>;
    case 'heading':
      return <p class="markdown-heading">{inside(node)}</p>;
    case 'blockquote':
      return <blockquote>{inside(node)}</blockquote>;
    case 'list':
      return node.ordered === true ? (
        <ol start={node.start ?? 1}>{inside(node)}</ol>
      ) : (
        <ul>{inside(node)}</ul>
      );
    case 'listItem':
      return <li>{inside(node)}</li>;
    case 'code':
      return <pre>{node.value}</pre>;
    case 'thematicBreak':
      return <hr />;
    default:
      return phrase(node);
  }
}

function phrase(node: RootContent): ComponentChildren {
  switch (node.type) {
    case 'text':
    case 'html':
      return node.value;
    case 'emphasis':
      return <em>{inside(node)}</em>;
    case 'strong':
      return <strong>{inside(node)}</strong>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'break':
      return <br />;
    case 'link':
      return <WebLink address={node.url}>{inside(node)}</WebLink>;
    case 'image':
      return <WebLink address={node.url}>{node.alt === '' ? node.url : node.alt}</WebLink>;
    default:
      return 'children' in node ? inside(node) : undefined;
  }
}

type WebLinkProps = { readonly address: string; readonly children: ComponentChildren };

function WebLink({ address, children }: WebLinkProps): JSX.Element {
  const isWeb = URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
  if (!isWeb) return <span>{children}</span>;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

function inside({ children }: Parents): ComponentChildren {
  // A note is drawn anew as a whole, so that places tell its pieces apart.
  const pieces: readonly Nodes[] = children;
  return pieces.map((child, index) => <Piece key={index} node={child} />);
}

function Piece({ node }: { readonly node: Nodes }): JSX.Element {
  return <>{drawn(node)}</>;
}
