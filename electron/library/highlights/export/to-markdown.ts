// Highlights as Markdown: a heading per article with its source, then every quotation with what was written of it.
import type { HighlightEntry } from '#contract/types/highlight.ts';
import { ownMarkdown } from '../../notes/own-markdown.ts';
import { markdownLine } from '../markdown-text.ts';
import { blockquote } from '../quote-as-note.ts';

export function toMarkdown(entries: readonly HighlightEntry[]): string {
  const articles = new Map<string, HighlightEntry[]>();
  for (const entry of entries) {
    const ofArticle = articles.get(entry.article.uid);
    if (ofArticle) ofArticle.push(entry);
    else articles.set(entry.article.uid, [entry]);
  }
  return [...articles.values()].map((ofArticle) => `${section(ofArticle)}\n`).join('\n');
}

function section(entries: readonly HighlightEntry[]): string {
  const article = entries[0]?.article;
  if (!article) return '';
  const { title, author, siteName, url } = article;
  const source = [author, siteName].map((part) => markdownLine(part ?? '')).filter(Boolean);
  if (url !== null) source.push(`<${destination(url)}>`);
  return [
    `## ${markdownLine(title)}`,
    ...(source.length > 0 ? [source.join(' · ')] : []),
    ...entries.flatMap(parts),
  ].join('\n\n');
}

function parts({ quote, note, colour, createdAt }: HighlightEntry): string[] {
  const day = new Date(createdAt).toISOString().slice(0, 10);
  return [blockquote(quote), ...(note.trim() ? [ownMarkdown(note)] : []), `*${colour}, ${day}*`];
}

/** An address within angle brackets: nothing in it can end them. */
const destination = (url: string): string =>
  url.replace(/[\s<>\p{Cc}]/gu, (sign) => encodeURIComponent(sign));
