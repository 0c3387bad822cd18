// Answers the calls about what the program asked of the network.
import type { Answers, ReadContext, WriteContext } from '../context.ts';
import { transaction } from '../storage/database.ts';
import { LISTED_DAYS, LISTED_REQUESTS } from './network-door.ts';
import { findListed, findRequests, findSums, putRequest } from './network-repo.ts';

export function networkQueries({ db }: ReadContext): Answers<'network.list' | 'network.summary'> {
  return {
    'network.list': ({ before = Number.MAX_SAFE_INTEGER, reason = null, limit }) => {
      const found = findRequests(db, { before, reason, limit: limit + 1 });
      const requests = found.slice(0, limit);
      return { requests, before: found.length > limit ? (requests.at(-1)?.id ?? null) : null };
    },
    'network.summary': () => {
      const sums = findSums(db);
      const { count, since } = findListed(db);
      const ever = sums.reduce((sum, { requests }) => sum + requests, 0);
      return {
        sums,
        listedSince: since,
        dropped: Math.max(0, ever - count),
        keeps: { requests: LISTED_REQUESTS, days: LISTED_DAYS },
      };
    },
  };
}

export function networkCommands({
  db,
  emit,
}: Pick<WriteContext, 'db' | 'emit'>): Answers<'network.record'> {
  return {
    'network.record': ({ requests }) => {
      transaction(db, () => {
        for (const request of requests) putRequest(db, request);
      });
      emit({ kind: 'changed', topics: ['network'] });
    },
  };
}
