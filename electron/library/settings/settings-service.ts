// Answers the calls about what the reader has chosen.
import type { Settings, SettingsChange } from '#contract/types/settings.ts';
import type { Answers, WriteContext } from '../context.ts';
import { transaction } from '../storage/database.ts';
import { findSettings, putSetting } from './settings-repo.ts';

/** @param onChange after the commit */
export function settingsCommands(
  context: Pick<WriteContext, 'db' | 'emit'>,
  onChange: (change: SettingsChange) => void,
): Answers<'settings.change'> {
  const { db } = context;
  return {
    'settings.change': (change) => {
      const changed = transaction(db, () => {
        let count = 0;
        for (const [key, value] of Object.entries(change)) {
          if (value === undefined) continue;
          putSetting(db, key as keyof Settings, value);
          count++;
        }
        return count;
      });
      if (changed > 0) {
        onChange(change);
        context.emit({ kind: 'changed', topics: ['settings'] });
      }
      return findSettings(db);
    },
  };
}
