// The document that an article is printed from, on paper or into a PDF: all of it on pages of its own, since a browser
// prints of a sandboxed frame no more than what it shows. Used by the desktop and by the web host alike.
//
// What the print script finds (renderer/frame/print.ts): `data-print` on the root element, "now" where it is to ask for
// printing itself. Like the byline, the words of the last lines are English.
import type { Article } from '#contract/types/article.ts';
import {
  type ArticleDocument,
  type ArticlePageParts,
  articleHeaders,
  attribute,
  bylineOf,
  escapeHtml,
  inlineScript,
  inlineStyle,
  withAssetUrls,
} from './article-page.ts';

export interface PrintPageParts
  extends Omit<ArticlePageParts, 'article' | 'sources' | 'headScript' | 'codeScript'> {
  readonly article: ArticlePageParts['article'] & Pick<Article, 'url' | 'savedAt'>;
  readonly sources: Omit<ArticlePageParts['sources'], 'ancestors'>;
  /** In which a time is said as a day: an IANA name. */
  readonly timeZone: string;
  /** A tab of a browser asks for printing itself; the desktop prints what it opened. */
  readonly asksToPrint: boolean;
}

/** Of the computer that the host runs on, which is the reader's own. */
export const localTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Pure: the same parts give the same document. Everything of the article but its SafeHtml is escaped. */
export function printDocument(parts: PrintPageParts): ArticleDocument {
  const { article, nonce, asksToPrint } = parts;
  // How long it takes to read is of no use on paper.
  const byline = bylineOf({ ...article, wordCount: 0 });
  const html = `<!doctype html>
<html${attribute('lang', article.lang)}${attribute('dir', article.dir)} data-print="${asksToPrint ? 'now' : 'later'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(article.title)}</title>
<style nonce="${nonce}">${inlineStyle(parts.style, parts.fontUrl)}</style>
</head>
<body>
<main>
<header id="title-block">
<h1 dir="auto">${escapeHtml(article.title)}</h1>
<div id="byline">${byline.map((line) => `<p dir="auto">${escapeHtml(line)}</p>`).join('')}</div>
</header>
<article id="content">${withDetailsOpen(withAssetUrls(parts.content.html, parts.assetUrl))}</article>
<footer id="origin" lang="en" dir="ltr">${originOf(parts)}</footer>
</main>
<script nonce="${nonce}">${inlineScript(parts.script)}</script>
</body>
</html>
`;
  // SECURITY: the sandbox of the frame. Only a tab that is to ask for printing may open a dialog, and nobody may frame it.
  const sandbox = asksToPrint ? 'allow-scripts allow-modals' : 'allow-scripts';
  const sources = { ...parts.sources, ancestors: "'none'" };
  return { html, headers: articleHeaders(sources, nonce, sandbox) };
}

/** On paper nothing can be unfolded. By the same reasoning as with pictures, the pattern can match nothing but tags. */
function withDetailsOpen(html: string): string {
  return html.replace(/<details\b[^<>]*>/g, (tag) =>
    / open\b/.test(tag) ? tag : `${tag.slice(0, -1)} open>`,
  );
}

/** Where the article is from, and since when it is kept. */
function originOf({ article, timeZone }: PrintPageParts): string {
  const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone }).format(
    article.savedAt,
  );
  const saved = `<p>Saved on ${escapeHtml(day)}</p>`;
  if (!article.url) return saved;
  const address = escapeHtml(article.url);
  const isPage = /^https?:/i.test(article.url);
  return `<p>${isPage ? `<a href="${address}">${address}</a>` : address}</p>${saved}`;
}
