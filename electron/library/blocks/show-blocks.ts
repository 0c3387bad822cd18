// Answers what of its page an article holds, and what was left out.
import type { PageContents } from '#contract/types/block.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { findByUid } from '../articles/article-repo.ts';
import { requireId } from '../articles/require-articles.ts';
import { showImages } from '../articles/show-images.ts';
import { readEdited, storedPage } from '../clip/read-snapshot.ts';
import type { Answers, WriteContext } from '../context.ts';
import { findStoredImages } from '../snapshots/content-rows.ts';
import { findEdits } from './edit-repo.ts';
import { requireWebPage } from './edited-content.ts';

export function blockAnswers(context: WriteContext): Answers<'contents.blocks'> {
  return { 'contents.blocks': ({ uid }, signal) => showBlocks(context, uid, signal) };
}

async function showBlocks(
  context: WriteContext,
  uid: ArticleUid,
  signal: AbortSignal,
): Promise<PageContents> {
  const { db } = context;
  const articleId = requireId(db, uid);
  const snapshot = requireWebPage(db, articleId);
  const edits = findEdits(db, articleId);
  const input = { ...(await storedPage(context, snapshot)), everything: true };
  const page = await readEdited(context, input, edits, signal);
  const { blocks = [], edited = [], html, lang, dir, images } = page;

  const stored = new Map(findStoredImages(db, articleId).map(({ url, picture }) => [url, picture]));
  const pictures = images.flatMap(({ candidates }, position) => {
    const picture = candidates.map((url) => stored.get(url)).find((one) => one);
    return picture ? [{ position, assetName: picture.name, ...picture }] : [];
  });
  const words = blocks.reduce((sum, block) => sum + block.words, 0);
  const held = blocks.reduce((sum, block) => (isIn(block.state) ? sum + block.words : sum), 0);
  return {
    title: findByUid(db, uid)?.title ?? '',
    lang,
    dir,
    html: showImages(html, new Map(pictures.map((picture) => [picture.position, picture]))),
    blocks,
    share: words === 0 ? 1 : held / words,
    dormant: edits.flatMap(({ action, words: begin }, at) =>
      edited[at]?.block === -1 ? [{ action, words: begin }] : [],
    ),
  };
}

const isIn = (state: string): boolean => state === 'kept' || state === 'restored';
