// The document in which a page is shown as it was saved. Used by the desktop's article scheme and by the web host alike.
import type { Client } from '#contract/define.ts';
import { LibraryError } from '#contract/errors.ts';
import type { LibraryContract } from '#contract/library.ts';
import type { OriginalPage } from '#contract/page.ts';
import { ArticleUid } from '#contract/types/ids.ts';
import { SnapshotUid } from '#contract/types/snapshot.ts';
import { type ArticleDocument, escapeHtml, frameHeaders } from './article-page.ts';

export interface OriginalParts {
  /** A sentence where the page cannot be shown. */
  readonly original: OriginalPage | string;
  /** Where stored pictures are served: absolute, ending with a slash, without a sign that markup or style could misread. */
  readonly assetBase: string;
  /** Source expression of the content security policy: who may frame the document. */
  readonly ancestors: string;
}

/** As an address has it: of an article, one of its versions, and of several pages one. */
interface OriginalName {
  readonly uid: string;
  readonly version: string | null;
  readonly page: string | null;
}

/**
 * @returns null where these are no identifiers, or a sentence where the page is too large or damaged
 * @throws LibraryError not_found, cancelled, bug
 */
export async function askOriginal(
  library: Pick<Client<LibraryContract>, 'snapshots.original'>,
  { uid, version, page }: OriginalName,
  signal: AbortSignal,
): Promise<OriginalPage | string | null> {
  const article = ArticleUid.safeParse(uid);
  const snapshot = SnapshotUid.nullable().safeParse(version);
  const isNumber = page === null || /^[1-9]\d{0,2}$/.test(page);
  if (!article.success || !snapshot.success || !isNumber) return null;
  try {
    return await library['snapshots.original'](
      {
        uid: article.data,
        ...(snapshot.data && { version: snapshot.data }),
        ...(page !== null && { page: Number(page) }),
      },
      signal,
    );
  } catch (error) {
    const isSaid = error instanceof LibraryError && !UNSAID.has(error.code);
    if (isSaid) return error.message;
    throw error;
  }
}

const UNSAID: ReadonlySet<string> = new Set(['not_found', 'cancelled', 'bug', 'host_gone']);

/** Pure: the same parts give the same document. */
export function originalDocument({
  original,
  assetBase,
  ancestors,
}: OriginalParts): ArticleDocument {
  // SECURITY: no script at all, neither of the page nor of ours; its own style, and pictures of the library or of the page itself.
  const headers = frameHeaders([
    'sandbox',
    "default-src 'none'",
    `img-src ${assetBase} data:`,
    "style-src 'unsafe-inline'",
    'font-src data:',
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${ancestors}`,
  ]);
  if (typeof original === 'string') return { html: sentencePage(original), headers };
  const { pieces, pictures } = original;
  const html = pieces.map((piece, at) => {
    const picture = pictures[at];
    return picture === undefined ? piece : `${piece}${assetBase}${picture}`;
  });
  return { html: html.join(''), headers };
}

const sentencePage = (sentence: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<style>p { max-width: 60ch; margin: 10vh auto; padding: 0 2em; font: 1rem/1.5 system-ui, sans-serif }</style>
</head>
<body><p>${escapeHtml(sentence)}</p></body>
</html>
`;
