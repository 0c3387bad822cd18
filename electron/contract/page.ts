// What a parse process answers: bytes of a page in, everything we want to know of it out, or the page itself made inert.
import { z } from 'zod';
import { query } from './define.ts';
import { AssetName } from './types/asset.ts';
import { BlockEdit, EditOutcome, PageBlock } from './types/block.ts';
import { SafeHtml } from './types/html.ts';
import { Problem } from './types/problem.ts';

export const PageInput = z.object({
  bytes: z.instanceof(Uint8Array),
  /** `auto` lets content and name decide between HTML and plain text. A PDF is told by its bytes in any case. */
  kind: z.enum(['html', 'text', 'pdf', 'auto']),
  /** Charset label of the transport (Content-Type header), where there was one. */
  charset: z.string().nullable(),
  /** Where the page came from, where that is known. */
  url: z.string().nullable(),
  /** File name, where there is one: last resort for a title. */
  name: z.string().nullable(),
  /** What its reader puts back or takes out, oldest first: of two about one block the later counts. For web pages alone. */
  edits: z.array(BlockEdit).optional(),
  /** Asks for all that is to be seen on the page, with its blocks, in place of what the article is to hold. */
  everything: z.boolean().optional(),
  /** Another program extracted it already: all of it is the article. */
  whole: z.boolean().optional(),
  /** It is no page, but reader content of a library: it is sanitised again, and stays what it is otherwise. */
  stored: z.boolean().optional(),
  /** Which page of its article it is, when it is read alone; the first, unless it says so. */
  pageNumber: z.int().min(1).optional(),
  /** The pages that follow, in their order: all are read as one article. */
  further: z
    .array(
      z.object({
        bytes: z.instanceof(Uint8Array),
        charset: z.string().nullable(),
        url: z.string().nullable(),
      }),
    )
    .max(100)
    .optional(),
});
export type PageInput = z.input<typeof PageInput>;

/** A picture of the reader content, `asset:N` there. */
export const PageImage = z.object({
  /** Where to get it, best first: absolute URLs, `data:` URIs, or paths relative to a saved page. */
  candidates: z.array(z.string()).min(1),
  alt: z.string(),
});
export type PageImage = z.infer<typeof PageImage>;

/** What a page is kept as; archives hold a page, and Markdown is a text. */
export const SnapshotKind = z.enum(['html', 'text', 'pdf']);
export type SnapshotKind = z.infer<typeof SnapshotKind>;

/**
 * What a site shows in place of a page: a note that there is no such page, or that something is wrong with the site, a
 * check for robots or a refusal, the question for consent, a login or an offer to subscribe.
 */
export const StandIn = z.enum(['missing', 'fault', 'check', 'consent', 'login']);
export type StandIn = z.infer<typeof StandIn>;

export const ParsedPage = z.object({
  kind: SnapshotKind,
  /** Name of the encoding that was used, from the Encoding Standard; `binary` where it is no text. */
  charset: z.string(),
  title: z.string(),
  author: z.string().nullable(),
  siteName: z.string().nullable(),
  /** ISO 8601, with the page's own offset where it gave one. */
  publishedAt: z.string().nullable(),
  /** BCP 47. */
  lang: z.string().nullable(),
  dir: z.enum(['ltr', 'rtl']).nullable(),
  /** Where the page says it came from (a comment of the program that saved it), else what was given. */
  sourceUrl: z.string().nullable(),
  canonicalUrl: z.string().nullable(),
  excerpt: z.string(),
  html: SafeHtml,
  readerText: z.string(),
  /** Reader text without captions, bylines and dates of the page. */
  bodyText: z.string(),
  wordCount: z.int(),
  images: z.array(PageImage),
  /** Index into `images`, or -1. */
  leadImage: z.int(),
  links: z.array(z.object({ url: z.string(), text: z.string() })),
  /** When it was saved from the web, where the file says so: milliseconds since 1970, UTC. */
  savedAt: z.int().optional(),
  /** That its writer gave it, as they stand there. */
  tags: z.array(z.string()).optional(),
  /** That its reader had pinned to it before it was saved. */
  notes: z.array(z.string()).optional(),
  /** What became of the edits, in their order. */
  edited: z.array(EditOutcome).optional(),
  /** Of everything, where that was asked for. */
  blocks: z.array(PageBlock).optional(),
  /** There is less on the page than its head promises: scripts are to bring the rest. */
  needsScripts: z.boolean().optional(),
  /** Where the article goes on, by the address of the page and a link on it. */
  nextPage: z.string().optional(),
  /** Style sheets, and pictures of its style, that lie beside it, as the page names them. */
  sheets: z.array(z.string()).optional(),
  /** The page is none that anybody asked for. */
  standIn: StandIn.optional(),
  /** Set where less came out than went in: nothing_to_read, too_large, … */
  warning: Problem.nullable(),
  /**
   * `html` and `readerText` as a library stores them: who reads a page packs it, beside the thread that has to write it. Whoever changes one
   * of the two leaves this out.
   */
  packed: z
    .object({ html: z.instanceof(Uint8Array), readerText: z.instanceof(Uint8Array) })
    .optional(),
});
export type ParsedPage = z.infer<typeof ParsedPage>;

export const OriginalInput = PageInput.extend({
  /** The pictures that are stored with its article, by the addresses under which the page names them. */
  pictures: z.array(z.object({ url: z.string(), asset: AssetName })),
  /** The style sheets that lay beside the page, and what they name, by their paths. */
  sheets: z.array(z.object({ path: z.string(), bytes: z.instanceof(Uint8Array) })),
});
export type OriginalInput = z.infer<typeof OriginalInput>;

/**
 * A page as it was saved, made inert: it runs nothing, sends nothing and asks for nothing but stored pictures. Foreign all the
 * same: for a document of its own under a policy of its own, and nowhere else.
 */
export const OriginalPage = z.object({
  /** Markup in pieces. Between each and the next stands the address of a stored picture, in quotes. */
  pieces: z.array(z.string()).min(1),
  /** One less than there are pieces. */
  pictures: z.array(AssetName),
});
export type OriginalPage = z.infer<typeof OriginalPage>;

export const pageContract = {
  'page.read': query(PageInput, ParsedPage),
  'page.original': query(OriginalInput, OriginalPage),
} as const;
export type PageContract = typeof pageContract;
