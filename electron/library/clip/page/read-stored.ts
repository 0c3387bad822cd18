// Reader content that a library wrote once, and that comes back from outside: sanitised again, and nothing else is made of it.
import type { PageInput, ParsedPage } from '#contract/page.ts';
import { describe } from './describe.ts';
import { sanitizeHtml } from './sanitize.ts';

export function readStored(input: PageInput): ParsedPage {
  const html = new TextDecoder().decode(input.bytes);
  const described = describe(sanitizeHtml(html), {
    title: '',
    description: null,
    dir: null,
    input,
    warning: null,
  });
  return {
    kind: 'html',
    charset: 'UTF-8',
    author: null,
    siteName: null,
    publishedAt: null,
    sourceUrl: null,
    canonicalUrl: null,
    lang: null,
    // They are known by their positions, beside it.
    images: [],
    leadImage: -1,
    links: [],
    ...described,
  };
}
