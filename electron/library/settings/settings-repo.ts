// SQL of settings: one JSON value per key. What is missing, or no longer means anything, has its default.
import { Settings } from '#contract/types/settings.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';
import { parseJson } from '../storage/parse-json.ts';
import { parseKnown } from './parse-known.ts';

type Key = keyof Settings;

/** All settings, with defaults for what was never chosen. */
export function findSettings(db: ReadDb): Settings {
  const rows = statement<{ key: string; value: string }>(
    db,
    'SELECT key, value FROM setting',
  ).all();
  const stored = Object.fromEntries(rows.map(({ key, value }) => [key, parseJson(value)]));
  return Settings.parse(parseKnown(Settings.shape, stored));
}

export function putSetting(db: WriteDb, key: Key, value: Settings[Key]): void {
  putStored(db, key, value);
}

/** What the library keeps for itself beside what the reader chose, under names that no setting has. */
export type OwnKey = 'reading_pace' | 'backup_folder' | 'trash_looked_at' | 'watch_folder';

/** @returns undefined where nothing was kept yet */
export function findStored(db: ReadDb, key: OwnKey): unknown {
  const value = statement<string>(db, 'SELECT value FROM setting WHERE key = ?').pluck().get(key);
  return value === undefined ? undefined : parseJson(value);
}

export function putStored(db: WriteDb, key: Key | OwnKey, value: unknown): void {
  statement(
    db,
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, JSON.stringify(value));
}
