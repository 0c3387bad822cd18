// A text in Markdown, on the way that web pages go as well: what is in it of HTML is as foreign as any.
import { marked } from 'marked';
import { serialize } from 'parse5';
import type { PageInput, ParsedPage } from '#contract/page.ts';
import { MAX_NAME_LENGTH, MAX_TITLE_LENGTH } from '../limits.ts';
import { webUrl } from './addresses.ts';
import { buildTree } from './build-tree.ts';
import { describe } from './describe.ts';
import { fieldOf, readFrontMatter } from './front-matter.ts';
import { guard } from './guard.ts';
import { keepImages, numberImages } from './images.ts';
import { resolveLinks } from './links.ts';
import { parseDate } from './metadata/parse-date.ts';
import { oneLine } from './one-line.ts';
import { sanitizeHtml } from './sanitize.ts';
import { shorten } from './shorten.ts';
import { tidy } from './tidy.ts';
import {
  type Element,
  eachElement,
  isElement,
  isText,
  type Parent,
  rawText,
  removeNodes,
} from './tree.ts';

export function readMarkdown(source: string, charset: string, input: PageInput): ParsedPage {
  const matter = readFrontMatter(source.replace(/\r\n?/g, '\n'));
  const { html, lifted, warning } = guard(marked.parse(matter.body, { async: false, gfm: true }));
  const document = buildTree(`<!doctype html><html><head></head><body>${html}</body></html>`);
  const own = fieldOf(matter, 'url', 'source', 'source_url', 'canonical_url', 'link');
  const sourceUrl = webUrl(own[0] ?? null) ?? webUrl(input.url);

  const found = numberImages(document, { baseUrl: sourceUrl, lifted, saved: input.name !== null });
  const article = bodyOf(document);
  const named = shorten(oneLine(fieldOf(matter, 'title')[0] ?? ''), MAX_TITLE_LENGTH);
  const title = named || headingOf(article);
  dropTitle(article, title);
  const pictures = keepImages(article, found, null);
  const links = resolveLinks(article, { baseUrl: sourceUrl, pageUrls: [sourceUrl] });
  tidy(article);
  const content = sanitizeHtml(serialize(article));
  const authors = fieldOf(matter, 'author', 'authors', 'by').map(withoutBrackets).join(', ');
  const date = fieldOf(matter, 'date', 'published', 'published_at', 'publishdate')[0];
  return {
    kind: 'text',
    charset,
    author: authors === '' ? null : shorten(authors, MAX_NAME_LENGTH),
    siteName: null,
    publishedAt: date === undefined ? null : parseDate(date),
    sourceUrl,
    canonicalUrl: null,
    ...pictures,
    links,
    lang: null,
    tags: fieldOf(matter, 'tags', 'tag', 'keywords').flatMap(tagsIn),
    ...describe(content, {
      title,
      description: fieldOf(matter, 'description', 'excerpt', 'summary')[0] ?? null,
      dir: null,
      input,
      warning,
    }),
  };
}

/** `[[Ann Lee]]`: a link between notes. */
const withoutBrackets = (name: string): string => name.replace(/^\[\[(.*)\]\]$/, '$1');

/** `a, b` in one text are two; a `#` in front is how some programs write a tag. */
const tagsIn = (text: string): string[] =>
  text
    .split(',')
    .map((tag) => tag.trim().replace(/^#/, ''))
    .filter((tag) => tag !== '');

function bodyOf(root: Parent): Parent {
  let body: Parent = root;
  eachElement(root, (any) => {
    if (any.tagName === 'body') body = any;
    return any.tagName === 'html';
  });
  return body;
}

/** The first element, where it is a heading of the first order. */
function leadingHeading(article: Parent): Element | null {
  const first = article.childNodes.find((node) => !isText(node) || node.value.trim() !== '');
  return first && isElement(first) && first.tagName === 'h1' ? first : null;
}

function headingOf(article: Parent): string {
  const heading = leadingHeading(article);
  return heading ? shorten(oneLine(rawText(heading)), MAX_TITLE_LENGTH) : '';
}

/** The title is shown by itself: it is not said again as the first line of the text. */
function dropTitle(article: Parent, title: string): void {
  const heading = leadingHeading(article);
  if (heading && oneLine(rawText(heading)) === title) removeNodes([heading]);
}
