// Clips a file by its content, and looks for what was in it as a person would.
import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { census } from './census.ts';
import { articlePage } from './local-site.ts';
import { makeContext, type TestContext } from './make-context.ts';

export const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

export async function clip(context: TestContext, name: string, content: string | Uint8Array) {
  const bytes = new Uint8Array(Buffer.from(content));
  const result = await context.client['clip.fromFile']({ name, bytes });
  const article = await context.client['articles.get']({ uid: result.uid });
  const content_ = await context.client['articles.content']({ uid: result.uid });
  return { result, article, content: content_ };
}

/** The titles that a word finds, and the passage in which it stands marked. */
export async function hit(context: TestContext, text: string) {
  const { hits } = await context.client['search.run']({ text });
  return hits.map(({ article, passages }) => [
    article.title,
    passages.flatMap(({ parts }) => parts.flatMap((part) => (part.marked ? [part.text] : []))),
  ]);
}

/** Nothing of it stays: neither rows nor files. A clip that works is the control. */
export async function isRefused(name: string, content: string | Uint8Array, code: string) {
  const context = await makeContext();
  const before = census(context);
  await expect(clip(context, name, content)).rejects.toMatchObject({ code });
  expect(census(context)).toEqual(before);
  await clip(context, 'control.html', articlePage('Control'));
  expect(census(context)).not.toEqual(before);
}
