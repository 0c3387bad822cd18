// A plain text, on the way that web pages go as well.
import { serialize } from 'parse5';
import type { PageInput, ParsedPage } from '#contract/page.ts';
import { webUrl } from './addresses.ts';
import { describe } from './describe.ts';
import { readPlainText } from './plain-text.ts';
import { sanitizeHtml } from './sanitize.ts';
import { element } from './tree.ts';

export function readText(source: string, charset: string, input: PageInput): ParsedPage {
  const { title, content } = readPlainText(source);
  const sanitized = sanitizeHtml(serialize(element('div', {}, content)));
  return {
    kind: 'text',
    charset,
    author: null,
    siteName: null,
    publishedAt: null,
    sourceUrl: webUrl(input.url),
    canonicalUrl: null,
    images: [],
    leadImage: -1,
    links: [],
    lang: null,
    ...describe(sanitized, {
      title,
      description: null,
      dir: null,
      input,
      warning: null,
    }),
  };
}
