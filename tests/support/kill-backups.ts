// Kills a process that makes backups, again and again, and looks at every file that is called like one then.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { backupFolder } from '#library/backups/backup-files.ts';
import { lookThrough } from '#library/backups/find-backups.ts';
import { lookAtRows } from '#library/backups/look-at-rows.ts';
import { openReader } from '#library/storage/database.ts';

export interface BackupKills {
  /** Whole backups, in all rounds. */
  readonly whole: number;
  /** Files with the name of a backup that are none, or not as they were written. */
  readonly bad: readonly string[];
}

/** @param delays milliseconds from the beginning to the kill, one for each round */
export async function killBackups(
  dir: string,
  delays: readonly number[],
  direct = false,
): Promise<BackupKills> {
  const folder = backupFolder(dir);
  let whole = 0;
  const bad: string[] = [];
  for (const delay of delays) {
    mkdirSync(folder, { recursive: true });
    const child = fork(new URL('./backing-up-process.ts', import.meta.url), [
      dir,
      ...(direct ? ['direct'] : []),
    ]);
    await once(child, 'message');
    await setTimeout(delay);
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
    const { backups, broken } = lookThrough(folder);
    bad.push(...broken.map(({ name }) => name));
    for (const { path, name, facts } of backups) {
      const db = openReader(path);
      const { digest, faults } = lookAtRows(db);
      db.close();
      if (faults === 0 && digest === facts.digest) whole++;
      else bad.push(name);
    }
    // Else every round would look at those of all rounds before. What is half stays for the next one to find.
    for (const { path } of [...backups, ...broken]) rmSync(path);
  }
  return { whole, bad };
}
