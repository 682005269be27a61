// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MissingElement,
  all,
  attribute,
  childrenOf,
  isAfter,
  isWithin,
  maybe,
  nameOf,
  named,
  nearest,
  one,
  parentOf,
  textOf,
  tidy,
  walk,
} from '@/utils/page/select';

/** A document of its own, without a window. */
function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

function shadow(target: object, names: readonly string[], value: unknown): void {
  for (const name of names) Object.defineProperty(target, name, { value });
}

describe('reading somebody else’s document', () => {
  const document = parse(
    '<main><article id="a"><h3><a href="/x"> A  title\n of two </a></h3></article><p></p></main>',
  );

  it('finds one, some or no elements', () => {
    expect(nameOf(one(document, 'h3 a'))).toBe('a');
    expect(maybe(document, 'h4')).toBeUndefined();
    expect(all(document, 'a, p')).toHaveLength(2);
    expect(named(document, 'p')).toHaveLength(1);
    expect(() => one(document, 'h4')).toThrow(MissingElement);
    expect(() => one(document, 'h4')).toThrow(/h4/);
  });

  it('knows what stands around and beside an element', () => {
    const link = one(document, 'a');
    const article = one(document, 'article');
    expect(parentOf(link)).toBe(one(document, 'h3'));
    expect(nearest(link, 'article')).toBe(article);
    expect(nearest(link, 'article', 1)).toBeUndefined();
    expect(childrenOf(one(document, 'main')).map(nameOf)).toEqual(['article', 'p']);
    expect(isWithin(link, article)).toBe(true);
    expect(isWithin(article, link)).toBe(false);
    expect(isAfter(one(document, 'p'), link)).toBe(true);
    expect(isAfter(link, article)).toBe(false);
  });

  it('reads attributes and texts, and tells an empty one from none', () => {
    expect(attribute(one(document, 'a'), 'href')).toBe('/x');
    expect(attribute(one(document, 'a'), 'title')).toBeUndefined();
    expect(textOf(one(document, 'a'))).toBe('A title of two');
    expect(textOf(one(document, 'p'))).toBe('');
  });
});

describe('a form whose fields are named like DOM properties', () => {
  const names =
    'querySelector querySelectorAll getElementsByTagName getAttribute children textContent parentElement localName firstChild nextSibling nodeValue closest childNodes compareDocumentPosition'.split(
      ' ',
    );
  const fields = names.map((name) => `<input name="${name}">`).join('');
  const document = parse(`<form title="t">${fields}<a href="/x">Text</a></form><p>After</p>`);
  const form = one(document, 'form');
  const field = one(document, 'input');
  const after = one(document, 'p');
  // What browsers do by themselves, and jsdom does not.
  shadow(form, names, field);

  it('stands in for them', () => {
    expect(form.parentElement).toBe(field);
    expect(form.textContent).toBe(field);
  });

  it('is read all the same', () => {
    expect(named(form, 'a').map((link) => textOf(link))).toEqual(['Text']);
    expect(named(form, 'input')).toHaveLength(names.length);
    expect(attribute(form, 'title')).toBe('t');
    expect(textOf(form)).toBe('Text');
    expect(nameOf(form)).toBe('form');
    expect(nameOf(parentOf(form) ?? form)).toBe('body');
    expect(childrenOf(form)).toHaveLength(names.length + 1);
    expect(isAfter(after, form)).toBe(true);
    const texts: string[] = [];
    walk(document.body, { text: (text) => texts.push(text) });
    expect(texts).toEqual(['Text', 'After']);
  });

  it('shadows the document’s own properties in vain too', () => {
    const page = parse('<img name="querySelector"><h1>Here</h1>');
    shadow(page, ['querySelector', 'getElementsByTagName'], one(page, 'img'));
    expect(textOf(one(page, 'h1'))).toBe('Here');
    expect(named(page, 'h1')).toHaveLength(1);
  });
});

describe('walking', () => {
  const document = parse('<div id="r">a<b>b<i>c</i></b><!--[--><u>d</u>e</div><p>never</p>');
  const root = one(document, '#r');

  it('meets every node once, in document order, and stays inside', () => {
    const met: string[] = [];
    walk(root, {
      enter: (element) => {
        met.push(`<${nameOf(element)}>`);
        return true;
      },
      leave: (element) => met.push(`</${nameOf(element)}>`),
      text: (text) => met.push(text),
      comment: (text) => met.push(`!${text}`),
    });
    expect(met.join('')).toBe('a<b>b<i>c</i></b>![<u>d</u>e');
  });

  it('passes over what it is told to, and leaves it again', () => {
    const met: string[] = [];
    walk(root, {
      enter: (element) => nameOf(element) !== 'b',
      leave: (element) => met.push(`/${nameOf(element)}`),
      text: (text) => met.push(text),
    });
    expect(met).toEqual(['a', '/b', 'd', '/u', 'e']);
  });
});

describe('a text made tidy', () => {
  it.each([
    ['  two \n\t words\u00a0here ', 'two words here'],
    ['bell\u0007 and null\u0000', 'bell and null'],
    ['safe\u202Egnp.exe\u202C', 'safegnp.exe'],
    ['zero\u200bwidth\ufeff and soft\u00adhyphen', 'zerowidth and softhyphen'],
    ['half \ud83d a pair', 'half a pair'],
    ['Zoë Ñandú 李 😀 $\\nabla^2$', 'Zoë Ñandú 李 😀 $\\nabla^2$'],
  ])('%j is %j', (text, expected) => {
    expect(tidy(text, 100)).toBe(expected);
  });

  it('is cut to its longest, and not through a character', () => {
    expect(tidy('x'.repeat(1_000_000), 2_000)).toHaveLength(2_000);
    expect(tidy('ab😀', 3)).toBe('ab');
    expect(tidy('ab cd', 3)).toBe('ab');
  });

  it('is always short, on one line and well formed, and tidying it again changes nothing', () => {
    const character = fc.constantFrom(
      ...'a é李😀-\n\t\0\u202e\u200b\u00a0',
      '\ud83d',
      '\udc00',
      '\u0301',
    );
    const text = fc.array(character, { maxLength: 60 }).map((characters) => characters.join(''));
    fc.assert(
      fc.property(text, fc.nat(50), (text, longest) => {
        const once = tidy(text, longest);
        expect(once.length).toBeLessThanOrEqual(longest);
        expect(once).not.toMatch(/[\n\r\t\0\u202e]|^\s|\s$| {2}/);
        expect(tidy(once, longest)).toBe(once);
      }),
    );
  });
});
