// Clipping: what can be handed in, and what comes of it.
import { z } from 'zod';
import { ArticleUid, HttpUrl } from './ids.ts';
import { Problem } from './problem.ts';
import { TagName } from './tag.ts';

/** Options of every way to clip. */
export const ClipOptions = z.object({
  tags: z.array(TagName).max(100).default([]),
  /** Where the page came from, when the page itself may not say. */
  url: HttpUrl.optional(),
  /** `host` or `host:port` that may be fetched from although it is private or this very machine. */
  allowHosts: z.array(z.string().min(1).max(300)).max(100).default([]),
  /** Also what looks like something that a site shows in place of a page: whoever has seen it knows better. */
  anyway: z.boolean().default(false),
});
export type ClipOptions = z.output<typeof ClipOptions>;

/** A file handed over by content, with the files saved beside it (`page_files/…`, paths relative, with `/`). */
export const ClipFile = ClipOptions.extend({
  name: z.string().max(1000),
  bytes: z.instanceof(Uint8Array),
  companions: z
    .array(z.object({ path: z.string().max(1000), bytes: z.instanceof(Uint8Array) }))
    .max(2000)
    .default([]),
});
export type ClipFile = z.output<typeof ClipFile>;
export const ClipPath = ClipOptions.extend({
  path: z.string().min(1).max(32_767),
});
/** A zip of saved pages, of which each may have its files beside it. */
export const ClipZip = ClipOptions.omit({ url: true }).extend({
  name: z.string().max(1000),
  bytes: z.instanceof(Uint8Array),
});
export const ClipZipPath = ClipOptions.omit({ url: true }).extend({
  path: z.string().min(1).max(32_767),
});
/** A page as a window shows it: what its site made of it for this reader, with the pictures that are on the screen. */
export const ClipCapture = ClipOptions.omit({ allowHosts: true }).extend({
  url: HttpUrl,
  /** Markup in UTF-8, or else the file that the window shows. */
  kind: z.enum(['html', 'file']),
  bytes: z.instanceof(Uint8Array),
  /** By the addresses under which the window shows them; what is missing here is looked for in the network. */
  pictures: z
    .array(z.object({ url: z.string().max(10_000), bytes: z.instanceof(Uint8Array) }))
    .max(1000)
    .default([]),
  /** Somebody chose these words of the page: they become an article of their own, beside the page's. */
  isPart: z.boolean().default(false),
});
export type ClipCapture = z.output<typeof ClipCapture>;
export const ClipUrl = ClipOptions.extend({ url: HttpUrl });
export const ClipPasted = ClipOptions.extend({
  /** Rich text as the clipboard holds it; `text` is used where there is none. */
  html: z.string().optional(),
  text: z.string().optional(),
});

export const ClipResult = z.object({
  uid: ArticleUid,
  title: z.string(),
  url: z.string().nullable(),
  /** `exists`: the same page is here already, as this article; nothing was added twice. */
  status: z.enum(['saved', 'exists']),
  /**
   * The page has changed since: it was kept as a further version of the article, which has so many by now. Not shown is one
   * that is older than the one shown, or holds much less text.
   */
  version: z.object({ number: z.int(), shown: z.boolean() }).optional(),
  warning: Problem.optional(),
  /** Further pages of the article could not be had just now, for this reason: they are asked for again by themselves. */
  awaitsPages: Problem.extend({ retryAfterMs: z.number().optional() }).optional(),
});
export type ClipResult = z.infer<typeof ClipResult>;

/** What became of one file of a zip; the name is that in the zip. */
export const ZipClip = z.union([
  z.object({ name: z.string(), result: ClipResult }),
  z.object({ name: z.string(), problem: Problem }),
]);
export type ZipClip = z.infer<typeof ZipClip>;
