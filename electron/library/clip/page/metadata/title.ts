// The title of a page, without the name of the site that many pages add to it.
import { MAX_TITLE_LENGTH } from '../../limits.ts';
import { shorten } from '../shorten.ts';
import type { Claims } from './claims.ts';
import { cleanLine } from './clean-line.ts';
import { type JsonLdNode, textsOf } from './json-ld.ts';

/** What parts a title from the name of a site. */
const SEPARATOR = /\s+(?:[|–—\-·•»«›‹:~/\\⋆❘│]|::|\|\||>>?|<<?)\s+|\s*[|｜»]\s*|:\s+(?=\S+$)/gu;

/**
 * @param article the page's JSON-LD node of the article, where there is one
 * @param siteName what the page calls its site
 * @param url address of the page: the host's name is a site's name, too
 */
export function titleOf(
  claims: Claims,
  article: JsonLdNode | null,
  siteName: string | null,
  url: string | null,
): string {
  const said = [
    ...textsOf(article?.fields.headline),
    ...meta(
      claims,
      'og:title',
      'twitter:title',
      'dc.title',
      'dcterms.title',
      'parsely-title',
      'headline',
    ),
    ...(claims.itemprops.get('headline') ?? []).map(({ text }) => text),
  ]
    .map(cleanLine)
    .filter((text) => text !== '');
  const shown = claims.headings
    .map(({ text }) => cleanLine(text).replace(PERMALINK, ''))
    .filter((text) => text !== '');
  const named = cleanLine(claims.title);

  // A heading that the page also names is its title as its author wrote it, without anything added.
  const names = [named, ...said];
  const headings = shown.filter(
    (text) =>
      !isSiteName(text, siteName, url) &&
      text.length > 3 &&
      names.some((name) => contains(name, text) && !isSiteName(name, siteName, url)),
  );
  // Of several the one that the page's name begins with: the others are the site's.
  const place = (text: string) =>
    letters(names.find((name) => contains(name, text)) ?? '').indexOf(letters(text));
  const heading = headings.sort((one, other) => place(one) - place(other))[0];
  if (heading && contains(heading, withoutSite(said[0] ?? heading, siteName, url, headings)))
    return finish(heading);
  const best = said.find((text) => !isSiteName(text, siteName, url)) ?? (named || (shown[0] ?? ''));
  return finish(
    withoutSite(best, siteName, url, [...headings, ...said.filter((text) => text !== best)]),
  );
}

/** A heading's link to itself. */
const PERMALINK = /\s+[#§]$|\s*[¶🔗]$/u;

/** Takes the parts away that name the site; a part is kept when it is what a heading says. */
export function withoutSite(
  title: string,
  siteName: string | null,
  url: string | null,
  headings: readonly string[],
): string {
  const cuts = [...title.matchAll(SEPARATOR)];
  if (cuts.length === 0) return title;
  const parts: string[] = [];
  let from = 0;
  for (const cut of cuts) {
    parts.push(title.slice(from, cut.index));
    from = cut.index + cut[0].length;
  }
  parts.push(title.slice(from));
  const before = (count: number) => {
    const end = cuts[count - 1]?.index ?? title.length;
    return title.slice(0, end);
  };
  const after = (count: number) => {
    const cut = cuts[count - 1];
    return cut ? title.slice(cut.index + cut[0].length) : title;
  };
  // From the long end, so that a heading with a dash in it is recognised as a whole.
  for (let count = parts.length - 1; count > 0; count--) {
    const head = before(count);
    const tail = after(parts.length - count);
    if (headings.some((heading) => same(heading, head))) return head;
    if (headings.some((heading) => same(heading, tail))) return tail;
  }
  let kept = parts.length;
  while (kept > 1 && isSiteName(parts[kept - 1] ?? '', siteName, url)) kept--;
  if (kept < parts.length) return before(kept);
  if (isSiteName(parts[0] ?? '', siteName, url)) return after(1);
  return title;
}

function isSiteName(part: string, siteName: string | null, url: string | null): boolean {
  const wanted = letters(part);
  if (wanted === '') return true;
  if (
    siteName &&
    (wanted === letters(siteName) || (wanted.length > 4 && letters(siteName).startsWith(wanted)))
  )
    return true;
  if (!url) return false;
  const host = new URL(url).hostname.replace(/^www\./, '');
  return (
    wanted === letters(host) ||
    host
      .split('.')
      .slice(0, -1)
      .some((label) => letters(label) === wanted && wanted.length > 1)
  );
}

const meta = (claims: Claims, ...names: string[]): string[] =>
  names.flatMap((name) => claims.meta.get(name)?.slice(0, 1) ?? []);

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const same = (one: string, other: string): boolean => letters(one) === letters(other);
const contains = (whole: string, part: string): boolean => letters(whole).includes(letters(part));
const finish = (title: string): string => shorten(title, MAX_TITLE_LENGTH);
