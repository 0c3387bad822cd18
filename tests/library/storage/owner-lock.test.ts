// The owner's lock across processes: it goes when its process does, however that ends.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { acquireOwnerLock, readOwner } from '#library/storage/owner-lock.ts';
import { tempDir } from '../../support/temp-dir.ts';

async function ownerProcess(dir: string) {
  const child = fork(new URL('../../support/owner-process.ts', import.meta.url), [dir]);
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'message');
  return child;
}

describe('the owner lock', () => {
  it('shuts out other processes until its own is killed', async () => {
    const dir = tempDir();
    expect(readOwner(dir)).toBe(null);
    const child = await ownerProcess(dir);
    expect(readOwner(dir)).toEqual({ pid: child.pid, address: '/tmp/somewhere' });
    expect(() => acquireOwnerLock(dir, { pid: process.pid, address: null })).toThrow(
      `The library in “${dir}” is open in another program (process ${child.pid}).`,
    );
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(readOwner(dir)).toBe(null);
    const lock = acquireOwnerLock(dir, { pid: process.pid, address: null });
    expect(readOwner(dir)).toEqual({ pid: process.pid, address: null });
    lock.release();
    expect(readOwner(dir)).toBe(null);
  });

  it('is not lost when someone asks for the owner', async () => {
    const dir = tempDir();
    await ownerProcess(dir);
    for (let at = 0; at < 20; at++) {
      expect(readOwner(dir)).not.toBe(null);
      expect(() => acquireOwnerLock(dir, { pid: 1, address: null })).toThrow(/is open/);
    }
  });

  it('in the same process is not lost either', () => {
    const dir = tempDir();
    const lock = acquireOwnerLock(dir, { pid: process.pid, address: null });
    expect(() => acquireOwnerLock(dir, { pid: process.pid, address: null })).toThrow(/is open/);
    expect(readOwner(dir)).not.toBe(null);
    expect(() => acquireOwnerLock(dir, { pid: process.pid, address: null })).toThrow(/is open/);
    lock.release();
  });
});
