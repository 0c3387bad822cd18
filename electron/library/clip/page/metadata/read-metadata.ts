// Step 5: title, author, site, date, addresses, as the page gives them in one way or another. The first
// source that makes sense wins, from what is written for machines down to what is visible.
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { MAX_NAME_LENGTH } from '../../limits.ts';
import { shorten } from '../shorten.ts';
import { countWords } from '../word-count.ts';
import { authorOf } from './author.ts';
import { type Claims, collectClaims } from './claims.ts';
import { cleanLine } from './clean-line.ts';
import { articleOf, type JsonLdNode, namesIn, textsOf } from './json-ld.ts';
import { declaredLanguage } from './language.ts';
import { type Origin, originOf } from './origin.ts';
import { publishedAtOf } from './published.ts';
import { titleOf } from './title.ts';

export interface Metadata extends Origin {
  readonly title: string;
  readonly author: string | null;
  readonly siteName: string | null;
  readonly publishedAt: string | null;
  readonly description: string | null;
  /** Address of the picture by which the page wants to be known. */
  readonly picture: string | null;
  readonly lang: string | null;
  /** As declared, whatever that is. */
  readonly dir: string | null;
  /** How many words the text has by what the head says of it; 0 where it says nothing, or that they have to be paid for. */
  readonly promisedWords: number;
}

/** @param givenUrl where the caller says the page came from */
export function readMetadata(document: Tree.Document, givenUrl: string | null): Metadata {
  const claims = collectClaims(document);
  const article = articleOf(claims.jsonLd);
  const origin = originOf(claims, article, givenUrl);
  const url = origin.canonicalUrl ?? origin.sourceUrl;
  const siteName = siteNameOf(claims, article);
  return {
    ...origin,
    title: titleOf(claims, article, siteName, url),
    author: authorOf(claims, article, siteName),
    siteName,
    publishedAt: publishedAtOf(claims, article, url),
    description: descriptionOf(claims),
    picture: claims.meta.get('og:image')?.[0] ?? claims.meta.get('twitter:image')?.[0] ?? null,
    lang: declaredLanguage(claims, article),
    dir: claims.dir,
    promisedWords: promisedWordsOf(article),
  };
}

/** What is called a number of words may be one of characters, in scripts without spaces. */
const LEAST_WORDS_OF_CHARACTERS = 0.6;

function promisedWordsOf(article: JsonLdNode | null): number {
  const { isAccessibleForFree, articleBody, wordCount } = article?.fields ?? {};
  if (/^false$/i.test(String(isAccessibleForFree))) return 0;
  const [body = ''] = textsOf(articleBody);
  const counted = Number(wordCount);
  return Math.max(
    countWords(body),
    Number.isFinite(counted) ? counted * LEAST_WORDS_OF_CHARACTERS : 0,
  );
}

function siteNameOf({ meta, jsonLd }: Claims, article: JsonLdNode | null): string | null {
  const site = jsonLd.find(({ types }) => types.includes('WebSite'));
  const names = [
    meta.get('og:site_name')?.[0],
    meta.get('application-name')?.[0],
    namesIn(article?.fields.publisher, jsonLd)[0],
    namesIn(site?.fields, jsonLd)[0],
    meta.get('dc.publisher')?.[0],
    meta.get('apple-mobile-web-app-title')?.[0],
  ];
  for (const name of names) {
    const line = cleanLine(name ?? '');
    if (line !== '') return shorten(line, MAX_NAME_LENGTH);
  }
  return null;
}

function descriptionOf({ meta }: Claims): string | null {
  const texts = [
    'og:description',
    'description',
    'twitter:description',
    'dc.description',
    'dcterms.description',
  ].map((name) => cleanLine(meta.get(name)?.[0] ?? ''));
  return texts.find((text) => text !== '') ?? null;
}
