// A backup as callers are told of it.
import type { Backup } from '#contract/types/backup.ts';
import type { FoundBackup } from './find-backups.ts';

export function toBackup(found: FoundBackup): Backup {
  const { name, at, reason, schemaVersion, articleCount, bytes, faults } = found;
  return { name, at, reason, schemaVersion, articleCount, bytes, faults };
}
