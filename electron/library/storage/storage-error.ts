// What the disk and SQLite report, as errors of the closed list with a sentence for a person.
import { type ErrorCode, LibraryError } from '#contract/errors.ts';

type Sentence = (what: string) => string;

const diskFull: Sentence = (what) =>
  `The disk is full: there is no room to write ${what}. Nothing was changed.`;
const readOnly: Sentence = (what) => `It is not permitted to write ${what}. Nothing was changed.`;
const damaged: Sentence = (what) => `A part of ${what} is damaged and cannot be read.`;

const fsErrors: Readonly<Record<string, readonly [ErrorCode, Sentence]>> = {
  ENOSPC: ['disk_full', diskFull],
  EDQUOT: ['disk_full', diskFull],
  EROFS: ['read_only', readOnly],
  EACCES: ['read_only', (what) => `Access to ${what} is not permitted.`],
  EPERM: ['read_only', (what) => `Access to ${what} is not permitted.`],
  ENOENT: ['not_found', (what) => `There is no ${strip(what)}.`],
  ENOTDIR: ['not_found', (what) => `There is no ${strip(what)}.`],
  EISDIR: ['unsupported_type', (what) => `A folder was found where ${what} should be.`],
  ENAMETOOLONG: ['invalid_input', (what) => `The name of ${what} is too long.`],
  EFBIG: ['too_large', (what) => `The disk cannot hold a file as large as ${what}.`],
  EBUSY: ['library_busy', (what) => `Another program is using ${what}.`],
  EIO: ['library_damaged', (what) => `The disk reported an error while using ${what}.`],
};

// By the primary result code; the extended ones of SQLITE_IOERR that mean something else stand above it.
const sqliteErrors: readonly (readonly [string, ErrorCode, Sentence])[] = [
  ['SQLITE_FULL', 'disk_full', diskFull],
  ['SQLITE_IOERR_SHMSIZE', 'disk_full', diskFull],
  ['SQLITE_READONLY', 'read_only', readOnly],
  ['SQLITE_CANTOPEN', 'read_only', (what) => `It was not possible to open ${what} for writing.`],
  ['SQLITE_PERM', 'read_only', (what) => `Access to ${what} is not permitted.`],
  ['SQLITE_BUSY', 'library_busy', (what) => `Another program is using ${what}.`],
  ['SQLITE_LOCKED', 'library_busy', (what) => `Another program is using ${what}.`],
  ['SQLITE_CORRUPT', 'library_damaged', damaged],
  ['SQLITE_NOTADB', 'library_damaged', damaged],
  [
    'SQLITE_IOERR',
    'library_damaged',
    (what) => `The disk reported an error while using ${what}. Nothing was changed.`,
  ],
  ['SQLITE_TOOBIG', 'too_large', (what) => `Something is too large to be kept in ${what}.`],
];

/**
 * The error as the library reports it. LibraryErrors, and whatever is not an error of disk or database, come back as
 * they are: the latter are bugs.
 * @param what that was being used, as it stands in the middle of a sentence: `the library`, `the file “a.html”`
 */
export function toStorageError(error: unknown, what: string): unknown {
  if (error instanceof LibraryError) return error;
  const code = codeOf(error);
  if (code === null) return error;
  const fsError = Object.hasOwn(fsErrors, code) ? fsErrors[code] : undefined;
  if (fsError) return new LibraryError(fsError[0], fsError[1](what), {}, { cause: error });
  for (const [prefix, ours, sentence] of sqliteErrors) {
    if (code === prefix || code.startsWith(`${prefix}_`)) {
      return new LibraryError(ours, sentence(what), {}, { cause: error });
    }
  }
  return error;
}

/** The code that Node's file functions and SQLite put on their errors. */
export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

const strip = (what: string) => what.replace(/^(?:the|a) /, '');
