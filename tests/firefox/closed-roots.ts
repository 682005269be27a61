import type { Browser, Page } from 'puppeteer-core';

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
  const { connection } = browser as unknown as { connection: Bidi };
  const tree = await connection.send('browsingContext.getTree', {});
  const context = tree.result.contexts?.find(({ url }) => url === page.url())?.context;
  const { result } = await connection.send('script.evaluate', {
    expression: `document.querySelector(${JSON.stringify(host)})`,
    target: { context },
    awaitPromise: false,
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 20 },
  });
  return descendants(result.result?.value?.shadowRoot);
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

// puppeteer keeps the connection to itself, and has no call of its own for closed roots.
type Bidi = {
  send(
    method: string,
    parameters: object,
  ): Promise<{
    readonly result: {
      readonly contexts?: readonly { readonly url: string; readonly context: string }[];
      readonly result?: RemoteNode;
    };
  }>;
};
