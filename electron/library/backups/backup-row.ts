// A backup as callers are told of it.
import type { Backup, BackupList } from '#contract/types/backup.ts';
import type { BrokenBackup, FoundBackup } from './find-backups.ts';

/** Damaged files cannot say more. */
export function toBroken({ name, bytes }: BrokenBackup): BackupList['broken'][number] {
  return { name, bytes };
}

export function toBackup(found: FoundBackup): Backup {
  const { name, at, reason, schemaVersion, articleCount, bytes, faults } = found;
  return { name, at, reason, schemaVersion, articleCount, bytes, faults };
}
