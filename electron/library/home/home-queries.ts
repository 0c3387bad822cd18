// Answers what one could read now. Nothing here is weighed or learned: each row says by its name why an article is in it.
import type { Home } from '#contract/types/home.ts';
import { findSummaries } from '../articles/article-repo.ts';
import type { Answers, ReadContext } from '../context.ts';
import { momentOf } from '../search/fields/calendar.ts';
import { findRow, type RowName, rowNames } from './home-repo.ts';
import { findOldOfToday } from './old-of-today.ts';

export function homeQueries({ db, time }: ReadContext): Answers<'home.get'> {
  return {
    'home.get': ({ limit }) => {
      const moment = { now: time.now(), timeZone: time.timeZone() };
      const today = momentOf(
        { of: { kind: 'named', back: 0, unit: 'day' }, edge: 'start' },
        moment,
      );
      const old = findOldOfToday(db, today, limit);
      /** What another row shows is not shown again, but for what was begun: that is looked for there. */
      const shown = new Set(old);
      const idsOf = (name: RowName): number[] => {
        const found = findRow(db, name, limit + shown.size);
        const ids = name === 'continue' ? found : found.filter((id) => !shown.has(id));
        for (const id of ids.slice(0, limit)) shown.add(id);
        return ids.slice(0, limit);
      };
      const rows = rowNames.map((name) => [name, findSummaries(db, idsOf(name))]);
      return { ...Object.fromEntries(rows), old: findSummaries(db, old) } as Home;
    },
  };
}
