// SQL of settings: one JSON value per key. What is missing, or no longer means anything, has its default.
import { Settings } from '#contract/types/settings.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';

type Key = keyof Settings;

/** All settings, with defaults for what was never chosen. */
export function findSettings(db: ReadDb): Settings {
  const rows = statement<{ key: string; value: string }>(
    db,
    'SELECT key, value FROM setting',
  ).all();
  const chosen: Record<string, unknown> = {};
  for (const { key, value } of rows) {
    if (!Object.hasOwn(Settings.shape, key)) continue; // A newer program's, kept for it.
    const parsed = Settings.shape[key as Key].safeParse(parseJson(value));
    if (parsed.success) chosen[key] = parsed.data;
  }
  return Settings.parse(chosen);
}

export function putSetting(db: WriteDb, key: Key, value: Settings[Key]): void {
  statement(
    db,
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, JSON.stringify(value));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not written by us; undefined means the default.
    return undefined;
  }
}
