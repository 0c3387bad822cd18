// The document that shows what of its page an article holds, and what was left out: with our script, which gets the text from the
// window. Used by the desktop's article scheme and by the web host alike.
//
// What the script finds (renderer/frame/left-out/left-out-frame.ts): `data-assets` on the root element, where stored pictures are
// served, the title in <h1>, and an empty <article id="content">.
import type { Article } from '#contract/types/article.ts';
import {
  type ArticleDocument,
  type ArticlePageParts,
  articleHeaders,
  attribute,
  escapeHtml,
  inlineScript,
  inlineStyle,
} from './article-page.ts';

export interface LeftOutParts extends Pick<ArticlePageParts, 'fontUrl' | 'sources' | 'nonce'> {
  readonly article: Pick<Article, 'title' | 'lang' | 'dir'>;
  /** Ends with a slash. */
  readonly assetsUrl: string;
  /** The built `frame/left-out-frame.js` and `.css`. */
  readonly script: string;
  readonly style: string;
}

export function leftOutDocument(parts: LeftOutParts): ArticleDocument {
  const { article, nonce } = parts;
  const html = `<!doctype html>
<html${attribute('lang', article.lang ?? 'und')}${attribute('dir', article.dir)}${attribute('data-assets', parts.assetsUrl)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(article.title)}</title>
<style nonce="${nonce}">${inlineStyle(parts.style, parts.fontUrl)}</style>
</head>
<body>
<main>
<header id="title-block"><h1 dir="auto">${escapeHtml(article.title)}</h1></header>
<article id="content"></article>
</main>
<script nonce="${nonce}">${inlineScript(parts.script)}</script>
</body>
</html>
`;
  // SECURITY: as around an article: pictures of the library, no network, no script but ours.
  return { html, headers: articleHeaders(parts.sources, nonce) };
}
