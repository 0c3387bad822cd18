// Fields of what an article belongs to: its tags, its collections, its site, its address, its language.
import { collectionsNamed } from '../../collections/collection-repo.ts';
import { tagKey } from '../../tags/tag-repo.ts';
import type { Condition } from '../condition.ts';
import { type Field, plainValue } from './field.ts';
import { readLanguage, someLanguages } from './languages.ts';

/** A host has at most 253 characters; this leaves room for a scheme. */
const MAX_SITE_LENGTH = 300;

const tag: Field<string> = {
  name: 'tag',
  example: 'tag:history',
  values: [],
  isClosed: false,
  read: (typed) => typed.replace(/\s+/g, ' ').trim() || null,
  condition: (name) => ({
    sql: `EXISTS (SELECT 1 FROM article_tag WHERE article_tag.article_id = article.id
      AND article_tag.tag_id = (SELECT tag.id FROM tag WHERE tag.name_key = ?))`,
    values: [tagKey(name)],
    among: {
      sql: `SELECT article_id AS id FROM article_tag
        WHERE tag_id = (SELECT tag.id FROM tag WHERE tag.name_key = ?)`,
      values: [tagKey(name)],
    },
  }),
};

/** By its name, or by a path that ends with it; with the collections that are in it. */
const collection: Field<string> = {
  name: 'collection',
  example: 'collection:"To read"',
  values: [],
  isClosed: false,
  read: (typed) => typed.replace(/\s+/g, ' ').trim() || null,
  condition(name) {
    const { sql, values } = collectionsNamed(name);
    return {
      sql: `EXISTS (SELECT 1 FROM collection_article WHERE collection_article.article_id = article.id
        AND collection_article.collection_id IN (${sql}))`,
      values,
      among: {
        sql: `SELECT DISTINCT article_id AS id FROM collection_article WHERE collection_id IN (${sql})`,
        values,
      },
    };
  },
};

const site: Field<string> = {
  name: 'site',
  example: 'site:example.org',
  values: [],
  isClosed: false,
  read: readSite,
  condition: isOnSite,
};

/** Takes an address for the host in it, and any spelling of a host for the one that is stored. */
function readSite(typed: string): string | null {
  const value = typed
    .slice(0, MAX_SITE_LENGTH)
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/[/?#].*$/s, '');
  const url = `http://${value}`;
  const spelled = URL.canParse(url) ? new URL(url).hostname : value.toLowerCase();
  return spelled.replace(/^www\.(?=.+\.)/, '').replace(/^\.+|\.+$/g, '') || null;
}

/** A host (`example.org`, its subdomains with it), one part of hosts (`wikipedia`), or words of the site's name. */
function isOnSite(host: string): Condition {
  if (host.includes('.')) {
    const sql = 'article.site = ? OR substr(article.site, -length(?)) = ?';
    const values = [host, `.${host}`, `.${host}`];
    return { sql, values, among: { sql: `SELECT id FROM article WHERE ${sql}`, values } };
  }
  return {
    sql: `instr('.' || article.site || '.', ?) > 0 OR instr(' ' || lower(article.site_name) || ' ', ?) > 0`,
    values: [`.${host}.`, ` ${host} `],
  };
}

const url: Field<string> = {
  name: 'url',
  example: 'url:example.org/blog',
  values: [],
  isClosed: false,
  read: (typed) => typed.slice(0, 2000).trim() || null,
  condition: (part) => ({
    sql: `instr(lower(article.source_url), lower(?)) > 0
      OR instr(lower(article.canonical_url), lower(?)) > 0`,
    values: [part, part],
  }),
};

const lang: Field<string> = {
  name: 'lang',
  example: 'lang:de',
  values: someLanguages,
  isClosed: false,
  read: (typed) => readLanguage(plainValue(typed)),
  condition: (code) => ({
    sql: `lower(article.lang) = ? OR substr(lower(article.lang), 1, length(?)) = ?`,
    values: [code, `${code}-`, `${code}-`],
  }),
};

export const placeFields = [tag, collection, site, url, lang] as const;
