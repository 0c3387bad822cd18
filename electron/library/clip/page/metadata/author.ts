// Who wrote a page: the names only, without "By", roles, handles and dates.
import { MAX_NAME_LENGTH } from '../../limits.ts';
import { shorten } from '../shorten.ts';
import type { Claims, VisibleClaim } from './claims.ts';
import { cleanLine } from './clean-line.ts';
import { type JsonLdNode, namesIn } from './json-ld.ts';
import { findDate } from './parse-date.ts';

const META = [
  'author',
  'article:author',
  'article:author_name',
  'og:article:author',
  'dc.creator',
  'dcterms.creator',
  'dc.creator.personalname',
  'parsely-author',
  'sailthru.author',
  'byl',
  'citation_author',
  'cxenseparse:author',
  'twitter:creator:name',
  'creator',
  'vr:author',
  'book:author',
  'authors',
];

/** @returns names, parted by commas, or null */
export function authorOf(
  claims: Claims,
  article: JsonLdNode | null,
  siteName: string | null,
): string | null {
  const people = peopleIn(article?.fields.author ?? article?.fields.creator);
  const sources: readonly (readonly string[])[] = [
    namesIn(people, claims.jsonLd),
    ...META.map((name) => claims.meta.get(name) ?? []),
    texts(claims.itemprops.get('author')),
    texts(nearTitle(claims.authors, claims)),
    texts(nearTitle(claims.bylines, claims)).filter((line) => line.length < 120),
  ];
  const publisher = letters(siteName ?? '');
  const found = sources
    .map((source) => source.flatMap(namesOf))
    .filter((names) => names.length > 0);
  // A person before an organisation, and both before the site's own name, which says nothing.
  const organisations = namesIn(article?.fields.author, claims.jsonLd).flatMap(namesOf);
  const isPublisher = (name: string) =>
    letters(name) === publisher || /^[\w-]+\.(?:\w{2,4})$/.test(name);
  const best = [...found, organisations]
    .map((names) => names.filter((name) => !isPublisher(name)))
    .find((names) => names.length > 0);
  if (!best) return null;
  const names = new Map(best.map((name) => [name.toLowerCase(), name]));
  return shorten([...names.values()].slice(0, 10).join(', '), MAX_NAME_LENGTH);
}

/** The people of an author field; pages name their publisher there as well. */
function peopleIn(author: unknown): unknown {
  const list = Array.isArray(author) ? author : [author];
  return list.filter((item) => {
    const type =
      typeof item === 'object' && item !== null && '@type' in item ? String(item['@type']) : '';
    return !/Organization/.test(type);
  });
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const texts = (claims: readonly VisibleClaim[] = []): string[] =>
  claims.slice(0, 3).map(({ text }) => text);

/** Bylines of teasers stand far from the heading, and there are many of them. */
function nearTitle(lines: readonly VisibleClaim[], claims: Claims): readonly VisibleClaim[] {
  const heading = claims.headings.at(-1)?.at ?? claims.headings[0]?.at;
  if (heading === undefined) return lines.slice(0, 1);
  const near = [...lines].sort(
    (one, other) => Math.abs(one.at - heading) - Math.abs(other.at - heading),
  );
  return near.slice(0, 1);
}

const BY =
  /^(?:(?:written|posted|published|reported|geschrieben|veröffentlicht|verfasst|erstellt|publié|escrito|scritto)\s+)?(?:by|von|par|por|di|da|door|av|af|od|от|автор|autor(?:in)?|author|auteur|autore|redaktion|text|foto|words)\b\s*[:：]?\s+|^(?:by|von|par|por|author|autor(?:in)?|автор|作者|文|記者)\s*[:：]\s*/iu;
const LABEL =
  /^(?:view all posts by|show all articles of|all posts by|artikel von|alle (?:artikel|beiträge) von|posts by|more posts by|ein artikel von|ein beitrag von|pressemitteilung von|interview:|autor(?:in)?:)\s*/i;
const END =
  /\s*(?:[|•·]|\s[–—-]\s|\bon\s+\w+\s+\d|\bam\s+\d|\bfor\s+(?=\p{Lu})|\b(?:updated|published|posted|aktualisiert|stand)\b|\(|\d{1,2}[.:/]\d|@).*$/iu;
const NOBODY =
  /^(?:admin(?:istrator)?|no author|datum|date|mehr|more|home|news|artikel|more posts|schlagworte|text|editor(?:ial)?|redaktion|staff|guest|unknown|anonymous|author|autor|user|root|webmaster|null|undefined|none|n\/a|by|von|posted|follow|share|reply)$/i;

function namesOf(line: string): string[] {
  const bare = cleanLine(line).replace(LABEL, '').replace(BY, '').replace(END, '');
  // An address of a profile, a handle, a date: none of them is a name.
  if (/^(?:https?:|www\.|@|\/\/)/i.test(line.trim()) || /^\S+@\S+$/.test(line.trim())) return [];
  return bare
    .split(
      /\s*(?:,(?!\s*(?:Jr|Sr|PhD|MD|M\.D|Dr)\b)|;|\/|&|、|\s(?:and|und|et|y|e|en|och|og|и)\s)\s*/u,
    )
    .map((name) => name.replace(BY, '').replace(/^[\s:.,\-–—]+|[\s:,\-–—]+$/gu, ''))
    .filter(isName);
}

/** A few words of letters, none of them telling of time. */
const isName = (name: string): boolean =>
  name.length > 1 &&
  name.length <= 80 &&
  /\p{L}/u.test(name) &&
  name.split(' ').length <= 7 &&
  !NOBODY.test(name) &&
  !/https?:|www\.|[{}<>[\]+=]|^\d/.test(name) &&
  findDate(name) === null;
