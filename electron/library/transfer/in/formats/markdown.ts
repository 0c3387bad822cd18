// A folder of Markdown, such as a vault of Obsidian: each text an article, its folders collections, its facts in the lines of YAML above.

import { LibraryError } from '#contract/errors.ts';
import { MAX_MARKUP_LENGTH } from '../../../clip/limits.ts';
import { headText, isWide, wholeText } from '../../source/entry-text.ts';
import type { Source, SourceEntry } from '../../source/source.ts';
import type { Fit, ImportFormat } from '../format.ts';
import { problemOf } from '../found-in.ts';
import type { Found, FoundContent } from '../found-item.ts';
import { Attachments } from '../markdown/attachments.ts';
import { factsAbove } from '../markdown/front-matter.ts';
import { ownSections } from '../markdown/own-sections.ts';
import { PICTURE_NAME, plainMarkdown } from '../markdown/plain-markdown.ts';
import { addressOf, itemOf } from '../markdown/to-item.ts';

const MARKDOWN_NAME = /\.(?:md|markdown|mdown|mkd)$/i;
/** Texts that are looked into before a folder is called clipped articles. */
const LOOK_AT = 50;

export const markdown: ImportFormat = {
  id: 'markdown',
  async recognise(source) {
    const texts = await textsOf(source);
    let fit: Fit = 'no';
    for (const entry of texts.slice(0, LOOK_AT)) {
      const head = await entry.head();
      if (head.includes(0) && !isWide(head)) continue;
      fit = fit === 'no' ? 'maybe' : fit;
      if (addressOf(factsAbove(withNewlines(await headText(entry)))) !== null) fit = 'surely';
    }
    return fit;
  },
  async *read(source, signal) {
    const texts = new Set(await textsOf(source));
    const attachments = new Attachments(source);
    const root = sharedFolder([...texts]);
    for (const entry of source.entries) {
      if (texts.has(entry)) yield await readText(entry, root, attachments, signal);
      else if (!PICTURE_NAME.test(entry.path))
        yield { place: entry.path, ignored: 'Files that are neither Markdown nor pictures.' };
    }
  },
};

async function readText(
  entry: SourceEntry,
  root: string,
  attachments: Attachments,
  signal: AbortSignal,
): Promise<Found> {
  try {
    const { facts, own, text, marked } = await open(entry, signal);
    const folders = entry.path.slice(root.length).split('/').slice(0, -1);
    const { tags, note, ...rest } = itemOf(facts);
    const found = marked.map((quote) => ({ quote, note: null, colour: null, createdAt: null }));
    // Of one that awaits its text, our export has nothing but the title.
    const awaits = own !== null && /^\s*#[^\n]*\s*$/.test(text);
    return {
      item: {
        ...rest,
        place: entry.path,
        tags: own?.tags ?? tags,
        note: own?.note ?? note,
        collections: own?.collections.length
          ? own.collections
          : folders.length > 0
            ? [folders]
            : [],
        highlights: [...(own?.highlights ?? []), ...found],
        content: awaits ? null : contentOf(entry, attachments),
      },
    };
  } catch (error) {
    return { place: entry.path, problem: problemOf(error) };
  }
}

function contentOf(entry: SourceEntry, attachments: Attachments): FoundContent {
  return {
    kind: 'markdown',
    name: entry.path.replace(/^.*\//, ''),
    async open(signal) {
      const { above, own, text } = await open(entry, signal);
      // What stands above our own is all taken already, with the names that tags really have.
      const bytes = new TextEncoder().encode(own ? text : above + text);
      return { bytes, companions: attachments.companionsOf(entry.path) };
    },
  };
}

async function open(entry: SourceEntry, signal: AbortSignal) {
  const bytes = await entry.bytes(MAX_MARKUP_LENGTH, signal);
  const text = wholeText(bytes);
  if (text === null) throw new LibraryError('unsupported_type', 'This file is no text.');
  const source = withNewlines(text);
  const facts = factsAbove(source);
  const above = source.slice(0, source.length - facts.body.length);
  const own = ownSections(facts);
  return { facts, above, own, ...plainMarkdown(own?.text ?? facts.body) };
}

const withNewlines = (text: string): string => text.replace(/\r\n?/g, '\n');

/** What comes alone may be called anything, if it has facts above it. */
async function textsOf(source: Source): Promise<SourceEntry[]> {
  const named = source.entries.filter(({ path }) => MARKDOWN_NAME.test(path));
  const [alone] = source.entries;
  if (named.length > 0 || source.entries.length !== 1 || !alone) return named;
  const facts = factsAbove(withNewlines(await headText(alone)));
  return facts.fields.size > 0 ? [alone] : [];
}

/** A zip of a folder holds that folder, which is no shelf. */
function sharedFolder(entries: readonly SourceEntry[]): string {
  const [first] = entries;
  const root = first?.path.includes('/') ? first.path.replace(/\/.*$/s, '/') : '';
  return entries.every(({ path }) => path.startsWith(root)) ? root : '';
}
