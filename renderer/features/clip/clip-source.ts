// What can be clipped from this window, and how it is read out of a paste or a drop.
import type { HttpUrl } from '#contract/types/ids.ts';
import type { JobUid } from '#contract/types/job.ts';

export type ClipSource =
  | { readonly kind: 'link'; readonly url: string }
  | {
      readonly kind: 'pasted';
      readonly text: string;
      readonly html: string | null;
      readonly anyway?: true;
    }
  | {
      readonly kind: 'file';
      readonly file: File;
      /** Files saved beside a page, by their paths relative to it. */
      readonly companions: readonly Companion[];
      /** And beside several: those that it names are sent along. */
      readonly nearby?: readonly Companion[];
      /** The address whose page this is, and the job that was to fetch it, where there is one: it is done with then. */
      readonly instead?: { readonly job: JobUid | null; readonly url: HttpUrl };
      /** It looked like no article, and is wanted all the same. */
      readonly anyway?: true;
    };

export interface Companion {
  /** From the page. */
  readonly at: string;
  readonly file: File;
}

const WEB_LINK = /^https?:\/\/[^\s<>"]+$/i;

/** Every line a link: then links are what is meant. @returns an empty list where it is anything else */
export function linksIn(text: string): string[] {
  const lines = text
    .split(/\s+/)
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.length > 0 && lines.every((line) => WEB_LINK.test(line) && URL.canParse(line))
    ? [...new Set(lines)]
    : [];
}

/** What a paste, or what was typed in its place, stands for. */
export function sourcesOf(text: string, html: string | null): ClipSource[] {
  const links = linksIn(text);
  if (links.length > 0) return links.map((url) => ({ kind: 'link', url }));
  return text.trim() || html ? [{ kind: 'pasted', text, html }] : [];
}

/** What to call a clip before it has a title; null where there is no better name than "pasted text". */
export function nameOf(source: ClipSource): string | null {
  switch (source.kind) {
    case 'link':
      return source.url;
    case 'file':
      return source.file.name;
    case 'pasted':
      return null;
  }
}
