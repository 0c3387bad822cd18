// The document in which the pages of a PDF are shown as they are: with our script, which draws them, and nothing else.
// Used by the desktop's article scheme and by the web host alike.
//
// What the script finds (renderer/frame/pages/pages-frame.ts): `data-pdf` and `data-tables` on the root element, the
// addresses of the file and of the folder with pdfjs's tables, and an empty <main>.
import type { Article } from '#contract/types/article.ts';
import {
  type ArticleDocument,
  attribute,
  escapeHtml,
  frameHeaders,
  inlineScript,
  inlineStyle,
} from './article-page.ts';

export interface PagesParts {
  readonly article: Pick<Article, 'title' | 'lang'>;
  readonly pdfUrl: string;
  /** Ends with a slash. */
  readonly tablesUrl: string;
  readonly fontUrl: (file: string) => string;
  /** Source expression of the content security policy: who may frame the document. */
  readonly ancestors: string;
  readonly nonce: string;
  /** Modules, which run in this order. */
  readonly scripts: readonly string[];
  readonly style: string;
}

export function pagesDocument(parts: PagesParts): ArticleDocument {
  const { article, nonce, pdfUrl, tablesUrl } = parts;
  const html = `<!doctype html>
<html${attribute('lang', article.lang)}${attribute('data-pdf', pdfUrl)}${attribute('data-tables', tablesUrl)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(article.title)}</title>
<style nonce="${nonce}">${inlineStyle(parts.style, parts.fontUrl)}</style>
</head>
<body>
<main></main>
${parts.scripts.map((script) => `<script type="module" nonce="${nonce}">${inlineScript(script)}</script>`).join('\n')}
</body>
</html>
`;
  // SECURITY: as around an article; beside our script it gets its file and its tables. What a PDF holds of scripts is
  // never run. Pictures in two of its formats are unpacked by WebAssembly of pdfjs, which is no code of the page.
  const headers = frameHeaders([
    'sandbox allow-scripts',
    "default-src 'none'",
    `connect-src ${pdfUrl} ${tablesUrl}`,
    `font-src ${tablesUrl}`,
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}' 'wasm-unsafe-eval'`,
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${parts.ancestors}`,
  ]);
  return { html, headers };
}
