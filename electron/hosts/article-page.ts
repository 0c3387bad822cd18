// The document that an article is shown in: title block and reader content, with our script and style, and a second
// script where there is code to colour.
// Used by the desktop's article scheme and by the web host alike; neither writes HTML of its own.
//
// A small script in the head asks the window how the article is set while the text is still being read. What the one at
// the end finds (renderer/frame): <main> holds <header id="title-block"> with the title in <h1> and the
// lines under it as <p> in <div id="byline">, then <article id="content"> with nothing but the reader content. The
// byline here is English; the window sends its own lines, which take the place of the children of #byline.
import { publishedDay } from '#contract/published-day.ts';
import type { Article, ReaderContent } from '#contract/types/article.ts';
import { AssetName } from '#contract/types/asset.ts';

export interface ArticlePageParts {
  readonly article: Pick<
    Article,
    'title' | 'siteName' | 'author' | 'publishedAt' | 'wordCount' | 'lang' | 'dir'
  >;
  readonly content: Pick<ReaderContent, 'html'>;
  /** Where a stored picture is served. */
  readonly assetUrl: (name: AssetName) => string;
  /** Where a font of the built window (`out/renderer/assets`) is served; `file` is its bare name. */
  readonly fontUrl: (file: string) => string;
  /** Source expressions of the content security policy: who may serve pictures and fonts, who may frame the document. */
  readonly sources: {
    readonly images: string;
    readonly fonts: string;
    readonly ancestors: string;
  };
  /** New for every document. Letters, digits, `+/=_-` only. */
  readonly nonce: string;
  /** The built `frame/head-frame.js`, `frame/reader-frame.js`, `frame/code-frame.js` and `frame/reader-frame.css`. */
  readonly headScript: string;
  readonly script: string;
  readonly codeScript: string;
  readonly style: string;
}

export interface ArticleDocument {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Pure: the same parts give the same document. Everything of the article but its SafeHtml is escaped. */
export function articleDocument(parts: ArticlePageParts): ArticleDocument {
  const { article, nonce } = parts;
  const html = `<!doctype html>
<html${attribute('lang', article.lang)}${attribute('dir', article.dir)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(article.title)}</title>
<style nonce="${nonce}">${inlineStyle(parts.style, parts.fontUrl)}</style>
${scriptElement(parts.headScript, nonce)}
</head>
<body>
<main>
<header id="title-block">
<h1 dir="auto">${escapeHtml(article.title)}</h1>
<div id="byline">${bylineOf(article)
    .map((line) => `<p dir="auto">${escapeHtml(line)}</p>`)
    .join('')}</div>
</header>
<article id="content">${lazyPictures(withAssetUrls(parts.content.html, parts.assetUrl))}</article>
</main>
${scriptsFor(parts)
  .map((script) => scriptElement(script, nonce))
  .join('\n')}
</body>
</html>
`;
  return { html, headers: articleHeaders(parts.sources, nonce) };
}

/** Text of an article cannot look like a tag: SafeHtml escapes `<` wherever it is not markup. */
const scriptsFor = ({ content, script, codeScript }: ArticlePageParts): string[] =>
  /<pre\b/.test(content.html) ? [script, codeScript] : [script];

const scriptElement = (script: string, nonce: string): string =>
  `<script nonce="${nonce}">${inlineScript(script)}</script>`;

/** The second wall around foreign HTML: opaque origin, no network but our own pictures and fonts, no script but ours. */
export function articleHeaders(
  sources: ArticlePageParts['sources'],
  nonce: string,
  sandbox = 'allow-scripts',
) {
  return frameHeaders([
    `sandbox ${sandbox}`,
    "default-src 'none'",
    `img-src ${sources.images}`,
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    `font-src ${sources.fonts}`,
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${sources.ancestors}`,
  ]);
}

/** Of every document in which something foreign is shown. @param policy its directives */
export function frameHeaders(policy: readonly string[]) {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    // Browsers look up the hosts of links ahead of a click, which tells the network what is being read.
    'x-dns-prefetch-control': 'off',
    'cache-control': 'no-store',
  } as const;
}

/**
 * Points `asset:NAME` of images at the host's own address.
 * SafeHtml escapes `<`, `>` and `"` wherever they are not markup, so this pattern can match nothing but a tag of ours.
 */
export function withAssetUrls(html: string, assetUrl: (name: AssetName) => string): string {
  return html.replace(/<img\b[^<>]*>/g, (tag) =>
    tag.replace(/ src="asset:([^"]*)"/, (_, name: string) => {
      const asset = AssetName.safeParse(name);
      return asset.success ? ` src="${escapeHtml(assetUrl(asset.data))}"` : '';
    }),
  );
}

/** Pictures far below need not come before the text. Only those of a known size: nothing is to move when they come. */
const lazyPictures = (html: string): string =>
  html.replace(
    /<img\b(?=[^<>]* width=")(?=[^<>]* height=")[^<>]*?(?=\s*\/?>)/g,
    '$& loading="lazy"',
  );

/** Words a minute of a steady reader of prose. */
const WORDS_PER_MINUTE = 230;

/** The lines under the title: whose it is, and when it appeared with how long it takes. */
export function bylineOf(article: ArticlePageParts['article']): string[] {
  const minutes = Math.max(1, Math.round(article.wordCount / WORDS_PER_MINUTE));
  const whose = [article.author, article.siteName];
  const when = [
    article.publishedAt && publishedDay(article.publishedAt, 'en'),
    article.wordCount > 0 && `${minutes} min read`,
  ];
  return [whose, when].map((parts) => parts.filter(Boolean).join(' · ')).filter(Boolean);
}

/** The build names fonts relative to its own folder, `../assets/NAME.woff2`; the document stands elsewhere. */
export function inlineStyle(style: string, fontUrl: (file: string) => string): string {
  return style
    .replace(
      /url\((["']?)\.\.\/assets\/([A-Za-z0-9._-]+\.woff2)\1\)/g,
      (_, __, file: string) => `url("${fontUrl(file)}")`,
    )
    .replace(/<\/(?=style)/gi, '<\\/');
}

/** Inside a script element only these two could end it or change how it is read. */
export function inlineScript(script: string): string {
  return script.replace(/<\/(?=script)/gi, '<\\/').replaceAll('<!--', '<\\!--');
}

export const attribute = (name: string, value: string | null) =>
  value === null ? '' : ` ${name}="${escapeHtml(value)}"`;

/** For text and for quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign as keyof typeof entities]);
}

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' } as const;
