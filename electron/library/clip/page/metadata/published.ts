// When a page was published, as far as it says so. Never guessed from the clock or from when it was saved.
import type { Claims, VisibleClaim } from './claims.ts';
import { type JsonLdNode, textsOf } from './json-ld.ts';
import { findDate, parseDate } from './parse-date.ts';

const META = [
  'article:published_time',
  'article:published',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'date.published',
  'dcterms.issued',
  'dc.date.issued',
  'dc.date.created',
  'dcterms.created',
  'dcterms.date',
  'dc.date',
  'dc:date',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'citation_publication_date',
  'citation_date',
  'publishdate',
  'publish-date',
  'publish_date',
  'pubdate',
  'publication_date',
  'published_time_telegram',
  'article.published',
  'vr:published_time',
  'date',
  'last-modified-date',
  'created',
  'datecreated',
  'og:pubdate',
  'shareaholic:article_published_time',
  'rnews:datepublished',
  'published-date',
  'origdate',
  'displaydate',
  'eomportal-lastupdate',
];

/** @returns ISO 8601, or null */
export function publishedAtOf(
  claims: Claims,
  article: JsonLdNode | null,
  url: string | null,
): string | null {
  const ld = [
    ...textsOf(article?.fields.datePublished),
    ...textsOf(article?.fields.dateCreated),
    ...textsOf(article?.fields.uploadDate),
  ];
  for (const text of ld) {
    const date = parseDate(text);
    if (date) return date;
  }
  for (const name of META) {
    for (const text of claims.meta.get(name) ?? []) {
      const date = parseDate(text);
      if (date) return date;
    }
  }
  for (const { text } of [
    ...(claims.itemprops.get('datepublished') ?? []),
    ...(claims.itemprops.get('datecreated') ?? []),
  ]) {
    const date = parseDate(text);
    if (date) return date;
  }
  return fromTimes(claims) ?? fromLines(claims) ?? (url ? fromAddress(url) : null);
}

const PUBLISHED = /publish|pub-?date|posted|entry-?date|post-?date|created|erschienen/;
const OTHER = /updat|modif|comment|related|sidebar|widget|footer|teaser|recent|latest|reply/;

/** The time element that calls itself the date of the post, else the one nearest to the heading. */
function fromTimes(claims: Claims): string | null {
  const heading = claims.headings[0]?.at ?? 0;
  const rank = ({ names, at }: { names: string; at: number }) =>
    (OTHER.test(names) ? 2_000_000 : 0) +
    (PUBLISHED.test(names) ? 0 : 1_000) +
    Math.abs(at - heading);
  const times = claims.times
    .filter(({ names }) => !/comment|reply/.test(names))
    .sort((one, other) => rank(one) - rank(other));
  for (const { datetime } of times) {
    const date = parseDate(datetime);
    if (date) return date;
  }
  return null;
}

/** Farther from the heading a date belongs to something else, unless it is called the date of the post. */
const NEAR = 60;

function fromLines(claims: Claims): string | null {
  const heading = claims.headings[0]?.at ?? 0;
  const distance = ({ at }: { at: number }) => Math.abs(at - heading);
  const rank = (line: VisibleClaim) =>
    (OTHER.test(line.names) ? 2_000_000 : 0) +
    (PUBLISHED.test(line.names) ? 0 : 300) +
    distance(line);
  const lines = claims.dates
    .filter((line) => line.text.length < 200 && !/comment|reply|copyright|footer/.test(line.names))
    .filter((line) => !/©|copyright/i.test(line.text))
    .filter((line) => !KEPT.test(line.text))
    .filter((line) => distance(line) <= NEAR || DATE_NAME.test(line.names))
    .sort((one, other) => rank(one) - rank(other));
  for (const { text } of lines) {
    const date = findDate(text);
    if (date) return date;
  }
  return null;
}

/** What an archive, or our own export, says of the day on which it took the page. */
const KEPT = /^(?:saved|clipped|archived|captured|retrieved|accessed)(?: on)?:? \d/i;

const DATE_NAME = /date|datum|publish|time|posted/;

/** Many sites keep the day of publishing in the address. */
function fromAddress(url: string): string | null {
  const found = /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:\/|-|$)/.exec(new URL(url).pathname);
  return found ? parseDate(`${found[1]}-${found[2]}-${found[3]}`) : null;
}
