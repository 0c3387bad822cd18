// A text in Markdown for each article, with what is known of it above, highlights below and pictures beside: a folder that opens in
// Obsidian as it is.
import { stringify } from 'yaml';
import { fileNameOf } from '#contract/file-name.ts';
import { markdownLine } from '../../../highlights/markdown-text.ts';
import { blockquote } from '../../../highlights/quote-as-note.ts';
import { ownMarkdown } from '../../../notes/own-markdown.ts';
import { assetPathIn } from '../../exact/asset-path-in.ts';
import { HIGHLIGHTS, NOTE, sectionMark } from '../../markdown-sections.ts';
import type { FormatWriter } from '../export-format.ts';
import type { ExportedArticle } from '../exported-article.ts';
import { isoTime } from '../iso-time.ts';
import { placeImages } from '../place-images.ts';
import { assetsIn, putImages } from './article-pages.ts';
import { webAddress } from './escape-markup.ts';
import { toMarkdown } from './markdown/to-markdown.ts';

export const markdown: FormatWriter = {
  shape: 'folder',
  async write(work, folder) {
    const assets = assetsIn(work, folder);
    const nameOf = namer();
    for await (const article of work.articles()) {
      const images = await putImages(assets, article);
      const text =
        article.html === null ? '' : toMarkdown(placeImages(article.html, images, assetPathIn));
      await folder.put(nameOf(article), `${frontMatter(article)}\n${body(article, text)}`);
    }
  },
};

/** Each name once, on systems too to which capitals are the same. */
function namer(): (article: ExportedArticle) => string {
  const taken = new Set<string>();
  return ({ title, uid }) => {
    // Signs that mean something in a link between notes.
    const plain = title.replace(/[#^[\]|%]+/g, ' ');
    const name = fileNameOf(plain, '.md');
    const free = taken.has(name.toLowerCase()) ? fileNameOf(plain, ` ${uid}.md`) : name;
    taken.add(free.toLowerCase());
    return free;
  };
}

/** Values are quoted, so that none of them can be taken for anything but itself. */
function frontMatter(article: ExportedArticle): string {
  const { title, url, author, siteName, publishedAt, savedAt, finishedAt, lang } = article;
  const facts = {
    title,
    url: webAddress(url),
    author,
    site: siteName,
    published: publishedAt,
    saved: isoTime(savedAt),
    finished: isoTime(finishedAt),
    status: article.readingStatus,
    progress: article.progress,
    starred: article.starred,
    archived: article.archived,
    // Those of Obsidian have no spaces; what they are called is beside them, for the way back.
    tags: article.tags.map((tag) => tag.replace(/\s+/g, '-')),
    tag_names: article.tags.filter((tag) => /\s/.test(tag)),
    collections: article.collections.map((path) =>
      path.map((name) => name.replace(/[\\/]/g, '\\$&')).join('/'),
    ),
    lang,
    uid: article.uid,
  };
  const known = Object.entries(facts).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  const plain = known.map(([key, value]) => [key, cleaned(value)]);
  const yaml = stringify(Object.fromEntries(plain), {
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    lineWidth: 0,
  });
  return `---\n${yaml}---\n`;
}

const cleaned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(cleaned);
  return typeof value === 'string'
    ? value
        .toWellFormed()
        .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
        .trim()
    : value;
};

function body({ uid, title, note, highlights }: ExportedArticle, text: string): string {
  const parts = [`# ${markdownLine(title)}`, text.trim()];
  const section = (name: typeof NOTE | typeof HIGHLIGHTS) =>
    `${sectionMark(name, uid)}\n## ${name}`;
  if (note?.trim()) parts.push(section(NOTE), ownMarkdown(note));
  if (highlights.length > 0) parts.push(section(HIGHLIGHTS));
  for (const { quote, note: own, colour, createdAt } of highlights) {
    parts.push(blockquote(quote));
    if (own.trim()) parts.push(ownMarkdown(own));
    parts.push(`*${colour}, ${isoTime(createdAt)?.slice(0, 10) ?? ''}*`);
  }
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
