// What a database file says of itself in its first 100 bytes, read without opening it: opening may already write.
import { open } from 'node:fs/promises';

/** `LCTR`, in the header of every library: a database of another program is told apart by it. */
export const APPLICATION_ID = 0x4c435452;

export type FileHeader =
  | { readonly kind: 'absent' }
  /** Nothing in it: SQLite takes it for a new database. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'other' }
  | {
      readonly kind: 'sqlite';
      readonly applicationId: number;
      /** As of the last checkpoint; a write-ahead log beside it may hold a later one. */
      readonly userVersion: number;
    };

const MAGIC = Buffer.from('SQLite format 3\0', 'latin1');
const HEADER_BYTES = 100;
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;

/** @throws an error of the file system, but for a file that is not there */
export async function readFileHeader(file: string): Promise<FileHeader> {
  const bytes = Buffer.alloc(HEADER_BYTES);
  let read: number;
  try {
    const handle = await open(file, 'r');
    try {
      read = (await handle.read(bytes, 0, HEADER_BYTES, 0)).bytesRead;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { kind: 'absent' };
    throw error;
  }
  if (read === 0) return { kind: 'empty' };
  if (read < HEADER_BYTES || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) {
    return { kind: 'other' };
  }
  return {
    kind: 'sqlite',
    applicationId: bytes.readUInt32BE(APPLICATION_ID_AT),
    userVersion: bytes.readUInt32BE(USER_VERSION_AT),
  };
}
