// Small file systems of a test's own, where mounting is permitted.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { tempDir } from './temp-dir.ts';

const run = (program: string, ...words: string[]) =>
  execFileSync(program, words, { stdio: 'pipe' });

/** @returns why there can be none, in a few words; empty where there can */
export function whyNoMount(): string {
  if (process.platform !== 'linux') return 'needs Linux';
  if (process.getuid?.() !== 0) return 'needs root';
  const dir = mkdtempSync(join(tmpdir(), 'lectern-mount-'));
  try {
    run('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', dir);
    run('umount', dir);
    return '';
  } catch {
    return 'mount is not permitted here';
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** A file system in memory, gone when the test is over. @returns its folder */
export function smallDisk(megabytes: number): string {
  const dir = tempDir();
  run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', dir);
  onTestFinished(() => void run('umount', '-l', dir));
  return dir;
}

/** A file that takes all room there is, to the last block. */
export function fillUp(file: string): void {
  const handle = openSync(file, 'w');
  for (let size = 1024 * 1024; size >= 512; size /= 2) {
    try {
      for (;;) writeSync(handle, randomBytes(size));
    } catch {
      // No room for so much: it goes on with half of it.
    }
  }
  closeSync(handle);
}

/** From now on nobody can write there. */
export function makeReadOnly(disk: string): void {
  run('mount', '-o', 'remount,ro', disk);
}
