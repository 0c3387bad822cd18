// Step 9: foreign HTML becomes reader content. The only maker of SafeHtml: an allow-list, and a form that stays
// what it is when a browser parses and serialises it.
import { parseFragment, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import sanitize from 'sanitize-html';
import type { SafeHtml } from '#contract/types/html.ts';
import { OUR_ATTRIBUTE } from './furniture.ts';

const FLOW =
  'address article aside blockquote dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary ul';
const INLINE =
  'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr';
const TABLE = 'caption col colgroup table tbody td tfoot th thead tr';

const OPTIONS: sanitize.IOptions = {
  allowedTags: `${FLOW} ${INLINE} ${TABLE}`.split(' '),
  allowedAttributes: {
    '*': ['lang', 'dir', 'id', OUR_ATTRIBUTE],
    a: ['href', 'title'],
    abbr: ['title'],
    img: ['src', 'alt'],
    ol: ['start', 'reversed', 'type'],
    li: ['value'],
    td: ['colspan', 'rowspan', 'headers'],
    th: ['colspan', 'rowspan', 'scope', 'headers'],
    col: ['span'],
    colgroup: ['span'],
    time: ['datetime'],
    details: ['open'],
  },
  allowedClasses: { code: [/^language-[\w+#-]{1,30}$/], pre: [/^language-[\w+#-]{1,30}$/] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: { img: ['asset'] },
  allowedSchemesAppliedToAttributes: ['href', 'src'],
  allowProtocolRelative: false,
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'xmp',
    'noscript',
    'template',
    'iframe',
    'noembed',
    'noframes',
    'title',
    'svg',
    'math',
    'select',
    'object',
    'audio',
    'video',
  ],
};

export interface Sanitised {
  readonly html: SafeHtml;
  /** The same as a tree, for the texts. */
  readonly tree: Tree.DocumentFragment;
}

export function sanitiseHtml(untrusted: string): Sanitised {
  let html = sanitize(untrusted, OPTIONS);
  let tree = parseFragment(html);
  for (let round = 0; round < 5; round++) {
    const next = serialize(tree);
    if (next === html) break;
    html = next;
    tree = parseFragment(html);
  }
  return { html: html as SafeHtml, tree };
}
