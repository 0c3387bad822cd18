// Small file systems of a test's own, where mounting is permitted.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
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

/** From now on nobody can write there. */
export function makeReadOnly(disk: string): void {
  run('mount', '-o', 'remount,ro', disk);
}

/** Whoever opens a file of this folder from now on cannot write it, until the test is over. */
export function coverReadOnly(dir: string): void {
  run('mount', '--bind', dir, dir);
  onTestFinished(() => void run('umount', '-l', dir));
  run('mount', '-o', 'remount,ro,bind', dir);
}
