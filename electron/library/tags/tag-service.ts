// Answers the calls about tags. Giving and taking tags are steps that can be undone.
import { idsRead } from '../articles/named-articles.ts';
import type { Answers, ReadContext, WriteContext } from '../context.ts';
import { recordMany } from '../journal/record-many.ts';
import { suggestTags } from './suggest-tags.ts';
import {
  attachToAll,
  detachFromAll,
  ensureTag,
  findTag,
  findTagsAmong,
  tagKey,
} from './tag-repo.ts';

export function tagQueries({ db, time }: ReadContext): Answers<'tags.among' | 'tags.suggest'> {
  // One transaction, so that every statement sees the same library.
  const suggest = db.transaction(suggestTags);
  return {
    'tags.suggest': ({ uid }) => suggest(db, uid),
    'tags.among': (articles) => findTagsAmong(db, idsRead({ db, time }, articles)),
  };
}

export function tagCommands(context: WriteContext): Answers<'tags.add' | 'tags.remove'> {
  const { db } = context;
  return {
    'tags.add': ({ name, ...articles }, signal) => {
      const now = context.ports.clock.now();
      const subject = findTag(db, name)?.name ?? name;
      return recordMany(context, { kind: 'tag', subject, articles }, signal, (ids, record) => {
        const tag = ensureTag(db, name, { newUid: context.newUid, now });
        if (tag.isNew) {
          record({
            table: 'tag',
            key: { id: tag.id },
            before: null,
            after: { uid: tag.uid, name: tag.name, name_key: tagKey(tag.name), created_at: now },
          });
        }
        const keys = attachToAll(db, tag.id, ids);
        for (const key of keys) record({ table: 'article_tag', key, before: null, after: {} });
        return keys.length;
      });
    },

    'tags.remove': ({ name, ...articles }, signal) => {
      const subject = findTag(db, name)?.name ?? name;
      return recordMany(context, { kind: 'untag', subject, articles }, signal, (ids, record) => {
        const tag = findTag(db, name);
        if (!tag) return 0;
        const keys = detachFromAll(db, tag.id, ids);
        for (const key of keys) record({ table: 'article_tag', key, before: {}, after: null });
        return keys.length;
      });
    },
  };
}
