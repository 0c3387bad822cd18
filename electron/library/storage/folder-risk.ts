// Whether a folder is no good place for a library: one that another program copies while it is written, or one on another computer,
// where the write-ahead log of SQLite does not work. Told by names, by what such programs leave lying, and by the table of mounts.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { FolderRisk } from '#contract/types/storage-use.ts';

/** Names of folders, as the programs make them on the three systems. */
const namedBy: readonly (readonly [RegExp, string])[] = [
  [/^dropbox( ?[(-].*)?$/i, 'Dropbox'],
  [/^onedrive( ?- ?.*)?$/i, 'OneDrive'],
  [/^(google ?drive.*|my drive)$/i, 'Google Drive'],
  [/^(icloud ?drive|mobile documents|com~apple~clouddocs)$/i, 'iCloud'],
  [/^nextcloud$/i, 'Nextcloud'],
  [/^owncloud$/i, 'ownCloud'],
  [/^(pclouddrive|pcloud ?sync)$/i, 'pCloud'],
  [/^(mega|megasync)$/i, 'MEGA'],
  [/^(syncthing|sync)$/i, 'Syncthing'],
];

/** Files and folders at the top of what is synchronised. */
const markedBy: readonly (readonly [string, string])[] = [
  ['.stfolder', 'Syncthing'],
  ['.dropbox', 'Dropbox'],
  ['.dropbox.cache', 'Dropbox'],
  ['.tmp.drivedownload', 'Google Drive'],
  ['.tmp.driveupload', 'Google Drive'],
  ['.nextcloudsync.log', 'Nextcloud'],
  ['.owncloudsync.log', 'ownCloud'],
  ['.sync/root_acl_entry', 'Resilio Sync'],
];

/** File systems of other computers, as Linux calls them. */
const networkTypes: Readonly<Record<string, string>> = {
  nfs: 'NFS',
  nfs4: 'NFS',
  cifs: 'SMB',
  smb3: 'SMB',
  smbfs: 'SMB',
  ncpfs: 'NCP',
  afs: 'AFS',
  ceph: 'Ceph',
  glusterfs: 'GlusterFS',
  'fuse.glusterfs': 'GlusterFS',
  'fuse.sshfs': 'SSH',
  'fuse.rclone': 'rclone',
  'fuse.davfs': 'WebDAV',
  davfs: 'WebDAV',
  'fuse.gvfsd-fuse': 'GVfs',
};

export interface World {
  exists(path: string): boolean;
  /** In the form of Linux; null where there is none to read. */
  readonly mounts: string | null;
}

/** @param dir the library's folder, absolute */
export function findFolderRisk(dir: string, world: World = thisMachine()): FolderRisk | null {
  // Its own name says nothing: a library may well be called Dropbox.
  const above = parents(dir);
  for (const [pattern, name] of namedBy) {
    if (above.some((folder) => pattern.test(lastPart(folder)))) return { kind: 'synced', name };
  }
  for (const [marker, name] of markedBy) {
    if ([dir, ...above].some((folder) => world.exists(join(folder, marker)))) {
      return { kind: 'synced', name };
    }
  }
  if (/^(\\\\|\/\/)[^\\/?.]/.test(dir)) return { kind: 'network', name: 'SMB' };
  const network = networkTypes[world.mounts === null ? '' : typeOfMount(dir, world.mounts)];
  return network === undefined ? null : { kind: 'network', name: network };
}

function thisMachine(): World {
  let mounts: string | null = null;
  try {
    mounts = readFileSync('/proc/self/mounts', 'utf8');
  } catch {
    // Another system than Linux.
  }
  return { exists: existsSync, mounts };
}

function parents(dir: string): string[] {
  const found: string[] = [];
  for (let at = dirname(resolve(dir)); ; at = dirname(at)) {
    found.push(at);
    if (dirname(at) === at) return found;
  }
}

const lastPart = (path: string) => path.split(/[\\/]/).at(-1) ?? '';

/** Of the mount that lies deepest on the way to the folder. */
function typeOfMount(dir: string, mounts: string): string {
  let best = { point: '', type: '' };
  for (const line of mounts.split('\n')) {
    const [, escaped = '', type = ''] = line.split(' ');
    // Spaces and the like stand there as `\040`.
    const point = escaped.replace(/\\([0-7]{3})/g, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 8)),
    );
    const isAbove = dir === point || dir.startsWith(point.endsWith('/') ? point : `${point}/`);
    // The later of two at one place covers the other.
    if (point !== '' && isAbove && point.length >= best.point.length) best = { point, type };
  }
  return best.type;
}
