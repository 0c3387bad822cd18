// All articles on one page, in one file: pictures within, a list above, and a search of its own. It needs nothing but a browser.
import { type AssetName, mediaTypeOf } from '#contract/types/asset.ts';
import type { FormatWriter } from '../export-format.ts';
import type { ExportWork } from '../export-work.ts';
import type { ExportedArticle } from '../exported-article.ts';
import { placeImages } from '../place-images.ts';
import { headOf, languageOf, marksOf } from './about-article.ts';
import { escapeMarkup } from './escape-markup.ts';
import { htmlPage } from './html-page.ts';
import { SEARCH_SCRIPT } from './one-page/search-script.ts';

const PLACE = '\0';

export const htmlOne: FormatWriter = {
  shape: 'file',
  async write(work, file) {
    const { title } = work;
    const page = htmlPage({ title, language: '', body: PLACE, scripts: [SEARCH_SCRIPT] });
    const [before = '', after = ''] = page.split(PLACE);
    await file.write(`${before}<h1 dir="auto">${escapeMarkup(title)}</h1>
<p><input id="find" type="search" aria-label="Find articles" placeholder="Find" autocomplete="off"> <output id="told"></output></p>
`);
    const entries = work
      .titles()
      .map(
        (one) =>
          `<li id="to-${one.uid}" dir="auto"><a href="#${one.uid}">${escapeMarkup(one.title)}</a></li>\n`,
      );
    await file.write(`<nav aria-label="Articles"><ol>\n${entries.join('')}</ol></nav>\n`);
    for await (const article of work.articles()) {
      await file.write(await articleMarkup(work, article));
    }
    await file.write(after);
  },
};

async function articleMarkup(work: ExportWork, article: ExportedArticle): Promise<string> {
  const { uid: id } = article;
  const files = new Map<AssetName, string>();
  const there = new Map(article.images);
  for (const [position, { assetName }] of article.images) {
    const bytes = await work.file(assetName, article);
    if (bytes)
      files.set(assetName, `data:${mediaTypeOf(assetName)};base64,${bytes.toString('base64')}`);
    else there.delete(position);
  }
  const text =
    article.html === null
      ? '<p class="about">The text of this article is not here yet.</p>'
      : ownIds(
          placeImages(article.html, there, (name) => files.get(name) ?? ''),
          id,
        );
  return `<article class="one" id="${id}"${languageOf(article)}>
${headOf(article, 'h2')}
<div dir="auto">${text}</div>
${marksOf(article, 'h3')}
<hr>
</article>
`;
}

/** Two articles may have the same places in them. In text and values the sanitiser leaves nothing that looks like an attribute. */
const ownIds = (html: string, id: string): string =>
  html.replace(/<[a-z][^>]*>/g, (tag) =>
    tag.replace(
      / (id="|href="#)(page-\d+")/g,
      (_, begin: string, name: string) => ` ${begin}${id}-${name}`,
    ),
  );
