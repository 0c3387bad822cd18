// Answers the calls that put articles into collections, take them out, and give them their order.
import { LibraryError } from '#contract/errors.ts';
import { requireId, requireIds } from '../articles/require-articles.ts';
import type { Answers, WriteContext } from '../context.ts';
import { recordMany } from '../journal/record-many.ts';
import { recordStep } from '../journal/record-step.ts';
import { requireCollection } from './collection-service.ts';
import { addMembers, arrangeMembers, findMember, removeMember } from './member-changes.ts';

export function memberCommands(
  context: WriteContext,
): Answers<'collections.put' | 'collections.take' | 'collections.arrange'> {
  const { db } = context;
  return {
    'collections.put': ({ uid, ...articles }, signal) => {
      const subject = requireCollection(db, uid).name;
      return recordMany(context, { kind: 'collect', subject, articles }, signal, (ids, record) => {
        // It may be gone when the next lot comes.
        const { id } = requireCollection(db, uid);
        const changes = addMembers(db, id, ids);
        for (const change of changes) record(change);
        return changes.length;
      });
    },

    'collections.take': ({ uid, ...articles }, signal) => {
      const subject = requireCollection(db, uid).name;
      return recordMany(
        context,
        { kind: 'uncollect', subject, articles },
        signal,
        (ids, record) => {
          const { id } = requireCollection(db, uid);
          const members = ids.flatMap((article) => findMember(db, id, article) ?? []);
          for (const member of members) record(removeMember(db, member));
          return members.length;
        },
      );
    },

    'collections.arrange': ({ uid, uids, before }) => {
      const { id, name } = requireCollection(db, uid);
      return recordStep(context, { kind: 'arrange', subject: name }, (record) => {
        const mark = before === null ? null : requireId(db, before);
        const moved = requireIds(db, uids).filter((article) => article !== mark);
        const strangers = [...moved, ...(mark === null ? [] : [mark])].filter(
          (article) => findMember(db, id, article) === null,
        );
        if (strangers.length > 0) {
          throw new LibraryError('conflict', `This is not in “${name}” any more.`);
        }
        const changes = arrangeMembers(db, id, moved, mark, context.ports.clock.now());
        for (const change of changes) record(change);
        return changes.length === 0 ? 0 : moved.length;
      });
    },
  };
}
