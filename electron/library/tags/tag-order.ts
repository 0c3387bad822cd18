// Answers the calls that put tags in order: renaming, joining, colouring, and clearing away those that nothing carries.
import { LibraryError } from '#contract/errors.ts';
import type { TagUid } from '#contract/types/tag.ts';
import type { Answers, WriteContext } from '../context.ts';
import { recordStep } from '../journal/record-step.ts';
import { followTag } from '../saved-searches/follow-tag.ts';
import type { ReadDb } from '../storage/database.ts';
import { colourTag, deleteTag, mergeTag, renameTag } from './tag-changes.ts';
import { findTag, findTagByUid, findUnusedTags, type TagRow } from './tag-repo.ts';

export function tagOrderCommands(
  context: WriteContext,
): Answers<'tags.rename' | 'tags.setColour' | 'tags.merge' | 'tags.delete' | 'tags.deleteUnused'> {
  const { db } = context;
  const now = () => context.ports.clock.now();
  return {
    'tags.rename': ({ uid, name }) => {
      const tag = requireTag(db, uid);
      const other = findTag(db, name);
      if (other && other.id !== tag.id) {
        throw new LibraryError(
          'conflict',
          `There is a tag “${other.name}” already. The two can be made one.`,
          { uid: other.uid },
        );
      }
      return recordStep(context, { kind: 'rename-tag', subject: name }, (record) => {
        const change = renameTag(db, tag, name, now());
        if (!change) return 0;
        record(change);
        for (const search of followTag(db, tag.name, name, now())) record(search);
        return 1;
      });
    },

    'tags.setColour': ({ uid, colour }) => {
      const tag = requireTag(db, uid);
      return recordStep(context, { kind: 'colour-tag', subject: tag.name }, (record) => {
        const change = colourTag(db, tag, colour, now());
        if (change) record(change);
        return change ? 1 : 0;
      });
    },

    'tags.merge': ({ keep, others }) => {
      const into = requireTag(db, keep);
      const from = [...new Set(others)].filter((uid) => uid !== keep);
      return recordStep(context, { kind: 'merge-tags', subject: into.name }, (record) => {
        const tags = from.map((uid) => requireTag(db, uid));
        for (const tag of tags) {
          mergeTag(db, tag, into, record);
          for (const search of followTag(db, tag.name, into.name, now())) record(search);
        }
        return tags.length;
      });
    },

    'tags.delete': ({ uids }) =>
      remove(context, () => [...new Set(uids)].map((uid) => requireTag(db, uid))),
    'tags.deleteUnused': () => remove(context, () => findUnusedTags(db)),
  };
}

function remove(context: WriteContext, find: () => readonly TagRow[]) {
  const { db } = context;
  const tags = find();
  const subject = tags.length === 1 ? (tags[0]?.name ?? null) : null;
  return recordStep(context, { kind: 'delete-tags', subject }, (record) => {
    for (const tag of tags) deleteTag(db, tag, record);
    return tags.length;
  });
}

function requireTag(db: ReadDb, uid: TagUid): TagRow {
  const tag = findTagByUid(db, uid);
  if (!tag) throw new LibraryError('not_found', 'This tag is not there any more.');
  return tag;
}
