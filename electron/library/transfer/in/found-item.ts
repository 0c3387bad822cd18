// One article as a file of another program describes it. Every word of it is foreign; who takes it in judges it.
import type { ReadingStatus } from '#contract/types/article.ts';
import type { Problem } from '#contract/types/problem.ts';
import type { OpenCompanion } from '../../clip/companions.ts';
import type { ExactArticle } from '../exact/exact-article.ts';
import type { ExactSource } from '../exact/exact-source.ts';

export interface FoundHighlight {
  readonly quote: string;
  readonly note: string | null;
  readonly colour: string | null;
  /** Milliseconds UTC. */
  readonly createdAt: number | null;
}

/**
 * `body`: HTML that somebody extracted already, to be kept whole; `page`: a saved page, to be read like any clip.
 * Opened only when it is wanted.
 */
export interface FoundContent {
  readonly kind: 'body' | 'page' | 'text' | 'markdown' | 'pdf';
  /** Of its file. */
  readonly name: string | null;
  open(signal: AbortSignal): Promise<OpenedContent>;
}

export interface OpenedContent {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly companions: OpenCompanion | null;
}

export interface FoundItem {
  /** Where it stands, for a person: `part_000001.csv, row 17`. */
  readonly place: string;
  /** As it stands in the file. */
  readonly url: string | null;
  readonly title: string | null;
  readonly author: string | null;
  readonly siteName: string | null;
  readonly lang: string | null;
  readonly excerpt: string | null;
  /** ISO 8601 as far as known. */
  readonly publishedAt: string | null;
  /** Milliseconds UTC; NaN where what it says is no time. */
  readonly savedAt: number | null;
  readonly status: ReadingStatus | null;
  /** Fraction 0..1. */
  readonly progress: number | null;
  readonly archived: boolean;
  readonly starred: boolean;
  readonly tags: readonly string[];
  /** Each a path from the root. */
  readonly collections: readonly (readonly string[])[];
  /** Markdown or plain. */
  readonly note: string | null;
  readonly highlights: readonly FoundHighlight[];
  readonly content: FoundContent | null;
  /** Everything, as a library of Lectern had it: where its uid is not here yet, it comes as it is. */
  readonly exact?: {
    readonly article: ExactArticle;
    readonly source: ExactSource;
  };
}

/** What a format finds one after the other. What it cannot read it says, and what it leaves out on purpose as well. */
export type Found =
  | { readonly item: FoundItem }
  | { readonly place: string; readonly problem: Problem }
  | { readonly place: string; readonly ignored: string };

/** For spreading: an article of which nothing is known. */
export const emptyItem: Omit<FoundItem, 'place'> = {
  url: null,
  title: null,
  author: null,
  siteName: null,
  lang: null,
  excerpt: null,
  publishedAt: null,
  savedAt: null,
  status: null,
  progress: null,
  archived: false,
  starred: false,
  tags: [],
  collections: [],
  note: null,
  highlights: [],
  content: null,
};
