// Copies of the whole library, made without being asked, and what bringing one back would change.
import { z } from 'zod';
import { Problem } from './problem.ts';

export const backupReasons = [
  'daily',
  'before-migration',
  'before-import',
  'before-restore',
  'by-hand',
] as const;
export const BackupReason = z.enum(backupReasons);
export type BackupReason = z.infer<typeof BackupReason>;

/** Its time of making in UTC, by which its file is called: `2026-01-02T03-04-05-678Z`. */
export const BackupName = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z$/, 'is not the name of a backup')
  .brand<'BackupName'>();
export type BackupName = z.infer<typeof BackupName>;

export const Backup = z.object({
  name: BackupName,
  at: z.int(),
  reason: BackupReason,
  schemaVersion: z.int(),
  articleCount: z.int(),
  /** Of its database; files of articles lie beside all backups, each of them once. */
  bytes: z.int(),
  /** What was damaged in the library already when it was made: rows, and lines of SQLite's own check. */
  faults: z.int(),
});
export type Backup = z.infer<typeof Backup>;

/** Where every backup is copied to as well: usually another disk. */
export const SecondFolder = z.object({
  dir: z.string(),
  /** Those of this library. */
  count: z.int(),
  /** Of the last made among them. */
  newestAt: z.int().nullable(),
  /** Why it is not up to date. */
  problem: Problem.nullable(),
});
export type SecondFolder = z.infer<typeof SecondFolder>;

export const BackupList = z.object({
  backups: z.array(Backup),
  /** Files called like backups that cannot be read as one. */
  broken: z.array(z.object({ name: BackupName, bytes: z.int() })),
  /** Why there is no newer one. */
  problem: Problem.nullable(),
  second: SecondFolder.nullable(),
});
export type BackupList = z.infer<typeof BackupList>;

const NowAndBefore = z.object({ now: z.int(), inBackup: z.int() });

/** What would be other than it is if a backup took the place of the library. */
export const BackupDifference = z.object({
  backup: Backup,
  isOtherLibrary: z.boolean(),
  /** Articles that are not there now, would not be there any more, or are not as they were. */
  returning: z.int(),
  going: z.int(),
  changing: z.int(),
  /** The first of each of the three, a hundred at most. */
  examples: z.array(
    z.object({ title: z.string(), change: z.enum(['returning', 'going', 'changing']) }),
  ),
  highlights: NowAndBefore,
  notes: NowAndBefore,
  tags: NowAndBefore,
});
export type BackupDifference = z.infer<typeof BackupDifference>;

export const Restored = z.object({
  backup: Backup,
  /** What was there before; null where that could not be read any more. */
  before: Backup.nullable(),
  /** The file in the library's folder that holds it then. */
  setAside: z.string().nullable(),
  /** Pages and pictures that are in neither of the two any more. */
  missingAssets: z.int(),
});
export type Restored = z.infer<typeof Restored>;

export const MadeBackup = z.object({
  backup: Backup,
  /** False where nothing had changed since it was made. */
  isNew: z.boolean(),
  /** Why it is not in the second folder as well. */
  second: Problem.nullable(),
});
export type MadeBackup = z.infer<typeof MadeBackup>;
