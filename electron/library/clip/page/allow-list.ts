// What reader content may consist of. Nothing here can run, load, navigate by itself or style: text and its structure,
// links that a person follows, pictures of the library.
import { OUR_ID } from './links.ts';

/** On elements that body text leaves out; its value says what they are. */
export const OUR_ATTRIBUTE = 'data-lectern';

/** On the blocks of everything that is to be seen on a page: its value is their number. No reader content has it. */
export const BLOCK_ATTRIBUTE = 'data-lectern-block';

/** What a marked element is: words to a picture, who and when, the title said again, something beside the text. */
export const furnitureKinds = ['caption', 'byline', 'title', 'aside'] as const;
export type Furniture = (typeof furnitureKinds)[number];

const words = (list: string): readonly string[] => list.split(' ');

export const ALLOWED_TAGS: ReadonlySet<string> = new Set([
  ...words(
    'address article aside blockquote dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li',
  ),
  ...words('main ol p pre section summary ul'),
  ...words(
    'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr',
  ),
  ...words('caption col colgroup table tbody td tfoot th thead tr'),
]);

/** Elements whose text is no text of the page. What stands in all others that are not allowed is kept. */
export const SILENT_TAGS = words(
  'script style textarea option xmp noscript template iframe noembed noframes title svg math select object audio video plaintext',
);

const NUMBER = /^\d{1,5}$/;
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i;
const CODE = /^language-[\w+#.-]{1,30}$/;
const TITLE = /^[^\p{Cc}]{1,500}$/u;
const HREF = /^(?:https?:\/\/[^\s\p{Cc}]+|mailto:[^\s\p{Cc}]+|#page-\d{1,6})$/iu;

type Check = RegExp | readonly string[];

const EVERYWHERE: Readonly<Record<string, Check>> = {
  id: OUR_ID,
  lang: LANGUAGE,
  dir: ['ltr', 'rtl', 'auto'],
  [OUR_ATTRIBUTE]: furnitureKinds,
  [BLOCK_ATTRIBUTE]: NUMBER,
};
const CELL = { colspan: NUMBER, rowspan: NUMBER };
const BY_TAG: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  a: { href: HREF, title: TITLE },
  abbr: { title: TITLE },
  img: { src: /^asset:\d{1,5}$/, alt: /^[^\p{Cc}]{0,500}$/u },
  ol: { start: /^-?\d{1,6}$/, reversed: [''], type: ['1', 'a', 'A', 'i', 'I'] },
  li: { value: /^-?\d{1,6}$/ },
  td: CELL,
  th: { ...CELL, scope: ['row', 'col', 'rowgroup', 'colgroup'] },
  col: { span: NUMBER },
  colgroup: { span: NUMBER },
  time: { datetime: /^[\d\w:+.\- ]{1,40}$/ },
  details: { open: [''] },
  code: { class: CODE },
  pre: { class: CODE },
};

/** Names of the attributes that an element may have. */
export const attributesOf = (tag: string): readonly string[] => [
  ...Object.keys(checksOf(tag)),
  ...Object.keys(EVERYWHERE),
];

const checksOf = (tag: string): Readonly<Record<string, Check>> =>
  Object.hasOwn(BY_TAG, tag) ? (BY_TAG[tag] ?? {}) : {};

export function isAllowed(tag: string, name: string, value: string): boolean {
  const own = checksOf(tag);
  const check = Object.hasOwn(own, name)
    ? own[name]
    : Object.hasOwn(EVERYWHERE, name)
      ? EVERYWHERE[name]
      : undefined;
  if (!check) return false;
  return check instanceof RegExp ? check.test(value) : check.includes(value);
}
