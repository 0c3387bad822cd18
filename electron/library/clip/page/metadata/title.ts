// The title of a page, without the name of the site that many pages add to it.
import { MAX_TITLE_LENGTH } from '../../limits.ts';
import { shorten } from '../shorten.ts';
import type { Claims, VisibleClaim } from './claims.ts';
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
  const best = said.find((text) => !isSiteName(text, siteName, url)) ?? '';
  const printed = onlyHeading(claims.headings, names, siteName, url);
  if (printed && !(best && contains(printed, best))) return finish(printed);
  const made = withoutSite(best || named || (shown[0] ?? ''), siteName, url, [
    ...headings,
    ...said.filter((text) => text !== best),
    ...printedIn(claims.subheadings, siteName, url),
  ]);
  // Nothing but the name of the site: what stands over the text says more.
  return finish(
    isSiteName(made, siteName, url) ? (byAddress(claims, siteName, url) ?? made) : made,
  );
}

/** Names of what holds the name of the site, or of something beside the article. */
const SITE_NAME_BOX =
  /logo|brand|masthead|site-?(?:title|name|header|branding)|nav|menu|sidebar|widget|related|comment|cookie|consent|newsletter|modal|popup|footer/;

/**
 * What the page prints over its text, if it prints one heading only: sites name their pages for search engines and for
 * networks in other words than their readers see. It has to be about the same matter.
 */
function onlyHeading(
  headings: readonly VisibleClaim[],
  names: readonly string[],
  siteName: string | null,
  url: string | null,
): string | null {
  const printed = new Map(
    printedIn(headings, siteName, url).map((line) => [letters(line), line] as const),
  );
  const [only] = printed.values();
  if (only === undefined || printed.size > 1) return null;
  const known = new Set(names.flatMap(tellingWords));
  const own = tellingWords(only);
  return inAddress(own, url) > 1 || own.some((word) => known.has(word)) ? only : null;
}

/** The first heading that the page's address is made from. */
const byAddress = (claims: Claims, siteName: string | null, url: string | null) =>
  printedIn([...claims.headings, ...claims.subheadings], siteName, url).find(
    (line) => inAddress(tellingWords(line), url) > 0,
  );

/** How many of some words the path of an address has. */
function inAddress(words: readonly string[], url: string | null): number {
  const path = new Set(tellingWords(url ? new URL(url).pathname : ''));
  return new Set(words.filter((word) => path.has(word))).size;
}

const printedIn = (
  headings: readonly VisibleClaim[],
  siteName: string | null,
  url: string | null,
): string[] =>
  headings
    .filter(({ names }) => !SITE_NAME_BOX.test(names))
    .map(({ text }) => cleanLine(text).replace(PERMALINK, ''))
    .filter((line) => line.length > 3 && !isSiteName(line, siteName, url));

/** Short words are in every title. */
const tellingWords = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3);

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
