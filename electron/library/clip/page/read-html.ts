// A web page, from its markup to reader content and texts.
import { serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { PageInput, ParsedPage } from '#contract/page.ts';
import type { Problem } from '#contract/types/problem.ts';
import type { FindSaved } from './archive/saved-archive.ts';
import { buildTree } from './build-tree.ts';
import { plainCode } from './code-blocks.ts';
import { describe } from './describe.ts';
import { editArticle, isAskedToEdit, visibleBlocks } from './edits/edit-article.ts';
import { extract, wholeBody } from './extract.ts';
import { numberFormulas, putFormulas } from './formulas.ts';
import { markFurniture } from './furniture.ts';
import { guard } from './guard.ts';
import { keepImages, numberImages } from './images.ts';
import { restoreLeadPicture } from './lead-picture.ts';
import { resolveLinks } from './links.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import { needsScripts } from './needs-scripts.ts';
import { hasEnoughWords, hasManyPosts, isListing, nextPageLink } from './next-page.ts';
import { keepNotes } from './notes.ts';
import { findOverlooked, putBack } from './overlooked.ts';
import { pinnedNotes } from './pinned-notes.ts';
import { standForPlayers } from './players.ts';
import { prepareTree } from './prepare-tree.ts';
import { findReaderView, openReaderView } from './reader-view.ts';
import { sanitizeHtml } from './sanitize.ts';
import { savedBy } from './saved-by.ts';
import { sheetsBeside } from './sheets.ts';
import { standInOf } from './stand-in/stand-in-of.ts';
import { tidy } from './tidy.ts';

/** What is known of a page that came in an archive. */
interface FromArchive {
  readonly url: string | null;
  readonly savedAt: number | null;
  readonly warning: Problem | null;
  readonly find: FindSaved;
}

/** For a tree of everything that is to be seen on a page. */
const ALL = { navigation: true } as const;

export function readHtml(
  source: string,
  charset: string,
  input: PageInput,
  archive: FromArchive | null = null,
): ParsedPage {
  const { html, lifted, warning } = guard(source);
  const document = buildTree(html);
  const view = findReaderView(document);
  const saved = savedBy(document, view);
  const isWhole = input.whole ?? false;
  if (view) openReaderView(document, view);
  const isCutOut = view !== null || isWhole;
  const savedAt = archive?.savedAt ?? saved.savedAt;
  const metadata = readMetadata(document, input.url ?? archive?.url ?? saved.url);
  const { baseUrl, sourceUrl, canonicalUrl } = metadata;
  const standIn = standInOf(document, sourceUrl);
  const pageNumber = input.pageNumber ?? 1;
  const next = nextPageLink(document, { baseUrl, pageUrl: sourceUrl, number: pageNumber });
  // Looked at before anything is taken out.
  const isList = next !== null && hasManyPosts(document);

  const isSaved = archive === null && input.name !== null;
  const sheets = isSaved ? sheetsBeside(document) : [];
  // A page from the web has no reader yet.
  const notes = input.name === null ? [] : pinnedNotes(document);
  const images = {
    baseUrl,
    lifted,
    saved: isSaved,
    ...(archive && { find: archive.find }),
  };
  /** What every step from here on can read; the same of a page in the same order. */
  const readable = (page: Tree.Document, keeps?: Parameters<typeof prepareTree>[1]) => {
    const formulas = numberFormulas(page);
    standForPlayers(page, baseUrl);
    plainCode(page);
    keepNotes(page, [sourceUrl, canonicalUrl]);
    const found = numberImages(page, images);
    prepareTree(page, keeps);
    return { page, formulas, found };
  };
  const { formulas, found } = readable(document);
  const article = isCutOut ? wholeBody(document) : extract(document);
  restoreLeadPicture(document, article);
  const overlooked = findOverlooked(document, article, metadata);
  // What looks like furniture was kept by whoever cut it out.
  if (!isWhole) markFurniture(article, metadata);
  putBack(article, overlooked);
  const anew = () => {
    const page = buildTree(html);
    const itsView = findReaderView(page);
    if (itsView) openReaderView(page, itsView);
    return page;
  };
  const edited = isAskedToEdit(input)
    ? editArticle(article, visibleBlocks(readable(anew(), ALL).page), metadata.title, input)
    : null;
  const pictures = keepImages(article, found, metadata.picture);
  const links = resolveLinks(article, { baseUrl, pageUrls: [sourceUrl, canonicalUrl] });
  tidy(article);
  putFormulas(article, formulas);
  const content = sanitizeHtml(serialize(article));

  const described = describe(content, {
    title: metadata.title,
    description: metadata.description,
    dir: metadata.dir,
    input,
    warning: archive?.warning ?? warning,
  });
  const goesOn =
    !isList && hasEnoughWords(described.wordCount, pageNumber) && !isListing(content.tree);
  const isShell = needsScripts(described.wordCount, metadata, () => buildTree(html));
  return {
    kind: 'html',
    charset,
    author: metadata.author,
    siteName: metadata.siteName,
    publishedAt: metadata.publishedAt,
    sourceUrl,
    canonicalUrl,
    ...pictures,
    links,
    lang: metadata.lang,
    ...(savedAt !== null && { savedAt }),
    ...(sheets.length > 0 && { sheets }),
    ...(notes.length > 0 && { notes }),
    ...(standIn !== null && { standIn }),
    ...edited?.(content.tree),
    ...(next !== null && goesOn && { nextPage: next }),
    ...(isShell && { needsScripts: true }),
    ...described,
  };
}
