import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Company, authorQuery, isAmbiguousName } from '@/utils/domain/author-names';
import { text } from '@/utils/strings';

export type AuthorFieldProps = {
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  /** The queries of the rules that follow an author of this card, as they were made. */
  readonly followed: readonly string[];
  readonly onFollow: (query: string) => void;
  readonly onUnfollow: (query: string) => void;
};

/** So many authors are offered; a collaboration has thousands. */
const MOST = 100;

/** The authors of a card, to be followed or no longer. */
export function AuthorField(props: AuthorFieldProps): JSX.Element {
  const first = useRef<HTMLUListElement>(null);
  const [asking, setAsking] = useState<string>();
  useLayoutEffect(() => {
    first.current?.querySelector('button')?.focus({ preventScroll: true });
  }, []);
  const { authors, followed, onFollow, onUnfollow } = props;
  if (authors.length === 0) return <p class="hint">{text('noAuthorsToFollow')}</p>;
  return (
    <ul class="author-list" ref={first}>
      {authors.slice(0, MOST).map((name) => {
        const rule = followed.find((query) => isFollowing(query, name));
        const ask = (): void =>
          isAmbiguousName(name) ? setAsking(name) : onFollow(authorQuery(name));
        return (
          <li key={name}>
            <button
              type="button"
              class="author-option"
              aria-pressed={rule !== undefined}
              onClick={() => (rule === undefined ? ask() : onUnfollow(rule))}
            >
              {text(rule === undefined ? 'followAuthor' : 'unfollowAuthor', name)}
            </button>
            {asking === name && <CompanyMenu {...props} name={name} />}
          </li>
        );
      })}
    </ul>
  );
}

/** Whether a rule does nothing but follow this author, alone or in some company. */
function isFollowing(query: string, name: string): boolean {
  const own = authorQuery(name);
  return (
    query === own ||
    (/^(?: cat:[\w.-]+| author:"[^"]*")$/.test(query.slice(own.length)) && query.startsWith(own))
  );
}

/** Asks who of that name is meant, before a rule may act. */
function CompanyMenu({
  name,
  authors,
  categories,
  onFollow,
}: AuthorFieldProps & { readonly name: string }): JSX.Element {
  const group = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => group.current?.querySelector('button')?.focus(), []);
  const companies: readonly Company[] = [
    ...categories.map((code) => ({ kind: 'category' as const, code })),
    ...authors
      .filter((other) => other !== name)
      .slice(0, 12)
      .map((other) => ({ kind: 'co-author' as const, name: other })),
  ];
  return (
    <fieldset class="company" ref={group}>
      <legend>{text('ambiguousName', name)}</legend>
      {companies.map((company) => (
        <button
          type="button"
          class="link"
          key={authorQuery(name, company)}
          onClick={() => onFollow(authorQuery(name, company))}
        >
          {company.kind === 'category'
            ? text('inCategory', company.code)
            : text('withCoAuthor', company.name)}
        </button>
      ))}
      {companies.length === 0 && <p class="hint">{text('noCompany')}</p>}
    </fieldset>
  );
}
