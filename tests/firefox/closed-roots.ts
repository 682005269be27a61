import type { Browser, Page } from 'puppeteer-core';
import { bidiOf } from './bidi';

/** An element inside a closed root, with what can be read of it. */
export type Inner = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
};

/**
 * All elements inside the shadow root of the first element for `host`, also of a closed one:
 * WebDriver BiDi serialises it when asked to.
 */
export async function innerElements(browser: Browser, page: Page, host: string): Promise<Inner[]> {
  const bidi = bidiOf(browser);
  const tree = (await bidi.send('browsingContext.getTree', {})).result as Tree;
  const context = tree.contexts.find(({ url }) => url === page.url())?.context;
  const said = await bidi.send('script.evaluate', {
    expression: `document.querySelector(${JSON.stringify(host)})`,
    target: { context },
    awaitPromise: false,
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 20 },
  });
  const { result } = said.result as { readonly result?: RemoteNode };
  return descendants(result?.value?.shadowRoot);
}

function descendants(node: RemoteNode | null | undefined): Inner[] {
  return (node?.value?.children ?? []).flatMap((child) => {
    const { localName = '', attributes = {} } = child.value ?? {};
    const self = localName ? [{ name: localName, attributes }] : [];
    return self.concat(descendants(child));
  });
}

type RemoteNode = {
  readonly value?: {
    readonly localName?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly children?: readonly RemoteNode[];
    readonly shadowRoot?: RemoteNode | null;
  };
};

type Tree = {
  readonly contexts: readonly { readonly url: string; readonly context: string }[];
};
