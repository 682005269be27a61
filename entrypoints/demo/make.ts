type Child = Node | string;

const SVG = 'http://www.w3.org/2000/svg';

/** An element with attributes and children; `svg` and `path` are drawn as such. */
export function make(
  document: Document,
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): Element {
  const element =
    name === 'svg' || name === 'path'
      ? document.createElementNS(SVG, name)
      : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}
