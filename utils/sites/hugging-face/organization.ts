import { attribute, named, textOf } from '@/utils/page/select';

// `/ORG`, with its picture named after it (seen 2025-10 to 2026-10).
const ACCOUNT = /^(?:https?:\/\/huggingface\.co)?\/([\w.-]{1,100})\/?(?:[?#].*)?$/;
const NO_ACCOUNT =
  /^(?:papers|login|join|models|datasets|spaces|docs|pricing|blog|collections|posts|enterprise|settings|new|chat|privacy|terms-of-service)$/;

/** The account an address on the site belongs to. */
export function accountOf(href: string | undefined): string | undefined {
  const [, account] = ACCOUNT.exec(href ?? '') ?? [];
  return account !== undefined && !NO_ACCOUNT.test(account) ? account : undefined;
}

/** The organisation's full name, from the chip that links to it; people's pictures have no name. */
export function organizationIn(links: readonly Element[]): string | undefined {
  for (const link of links) {
    if (accountOf(attribute(link, 'href')) === undefined) continue;
    const [picture] = named(link, 'img');
    const isPerson = picture !== undefined && (attribute(picture, 'alt') ?? '') === '';
    const name = textOf(link);
    if (!isPerson && name !== '') return name;
  }
  return undefined;
}
