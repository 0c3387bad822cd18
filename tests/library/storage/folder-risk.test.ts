// Folders in which a library that is open comes to harm.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFolderRisk, type World } from '#library/storage/folder-risk.ts';
import { tempDir } from '../../support/temp-dir.ts';

const nowhere: World = { exists: () => false, mounts: null };
const synced = (name: string) => ({ kind: 'synced', name });

describe('a folder', () => {
  it.each([
    ['/home/ann/Dropbox/library', 'Dropbox'],
    ['/Users/ann/Dropbox (Personal)/Reading/library', 'Dropbox'],
    ['/Users/ann/Library/CloudStorage/Dropbox/library', 'Dropbox'],
    ['/Users/ann/Library/CloudStorage/OneDrive-Personal/library', null],
    ['/mnt/c/Users/ann/OneDrive - Example Ltd/library', 'OneDrive'],
    ['/Users/ann/Library/Mobile Documents/com~apple~CloudDocs/library', 'iCloud'],
    ['/Volumes/GoogleDrive/My Drive/library', 'Google Drive'],
    ['/home/ann/Nextcloud/library', 'Nextcloud'],
  ])('is known by its name: %s', (dir, name) => {
    expect(findFolderRisk(dir, nowhere)).toEqual(name === null ? synced('OneDrive') : synced(name));
  });

  it.each([
    '/home/ann/.local/share/lectern/library',
    '/home/ann/reading/Dropbox',
    '/home/ann/articles about dropbox/library',
    '/home/ann/megabytes/library',
  ])('is taken for nothing else: %s', (dir) => {
    expect(findFolderRisk(dir, nowhere)).toBe(null);
  });

  it('is known by what the program leaves at the top of it', () => {
    const top = tempDir();
    const dir = join(top, 'a', 'library');
    mkdirSync(dir, { recursive: true });
    expect(findFolderRisk(dir)).toBe(null);
    mkdirSync(join(top, '.stfolder'));
    expect(findFolderRisk(dir)).toEqual(synced('Syncthing'));
    const other = tempDir();
    writeFileSync(join(other, '.dropbox'), '');
    expect(findFolderRisk(other)).toEqual(synced('Dropbox'));
  });

  it('is known to lie on another computer by the deepest mount on its way', () => {
    const mounts = [
      '/dev/sda1 / ext4 rw 0 0',
      'server:/export /mnt/all\\040files nfs4 rw 0 0',
      '/dev/sdb1 /mnt/all\\040files/disk ext4 rw 0 0',
      'user@host: /home/ann/far fuse.sshfs rw 0 0',
    ].join('\n');
    const world = { ...nowhere, mounts };
    const network = (name: string) => ({ kind: 'network', name });
    expect(findFolderRisk('/mnt/all files/library', world)).toEqual(network('NFS'));
    expect(findFolderRisk('/home/ann/far', world)).toEqual(network('SSH'));
    expect(findFolderRisk('/mnt/all files/disk/library', world)).toBe(null);
    expect(findFolderRisk('/home/ann/farther/library', world)).toBe(null);
    expect(findFolderRisk('//server/share/library', nowhere)).toEqual(network('SMB'));
  });
});
