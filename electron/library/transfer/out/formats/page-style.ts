// How articles look outside: readable by themselves in any browser, light or dark, on paper too.
import { createHash } from 'node:crypto';

export const PAGE_STYLE = `
:root { color-scheme: light dark; }
body { margin: 0 auto; padding: 2rem 1rem 4rem; max-width: 42rem; font: 1.1rem/1.6 Georgia, 'Noto Serif', serif; overflow-wrap: break-word; }
h1 { line-height: 1.25; }
img { max-width: 100%; height: auto; }
pre { overflow-x: auto; font-size: 0.9em; }
table { display: block; overflow-x: auto; border-collapse: collapse; }
td, th { border: 1px solid; padding: 0.2rem 0.5rem; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid; }
.about, figcaption, .missing-picture { font-size: 0.9rem; opacity: 0.8; }
.note { white-space: pre-wrap; }
#find { font: inherit; width: 100%; box-sizing: border-box; }
[hidden] { display: none; }
::highlight(found) { background: #ffd54a; color: #1b1b1b; }
mark { background: #ffe58a; color: #1b1b1b; }
mark.green { background: #b9e6b0; } mark.blue { background: #b5d9f7; }
mark.pink { background: #f7c1d6; } mark.purple { background: #d9c8f5; }
`;

export const hashOf = (content: string): string =>
  `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

/** What a page of ours may do: show pictures that lie beside it or in it, and this one style. No script unless it is named. */
export const policyOf = (...scripts: readonly string[]): string =>
  [
    "default-src 'none'",
    "img-src 'self' file: data:",
    `style-src ${hashOf(PAGE_STYLE)}`,
    ...(scripts.length > 0 ? [`script-src ${scripts.map(hashOf).join(' ')}`] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** Of a book: whoever reads it chooses the type, and the colours. */
export const BOOK_STYLE = `img { max-width: 100%; }
pre { white-space: pre-wrap; }
td, th { border: 1px solid; padding: 0.2em 0.5em; }
.about, figcaption, .missing-picture { font-size: 0.9em; }
.note { white-space: pre-wrap; }
`;
