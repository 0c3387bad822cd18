// Saving a file where the person wants it: asks by the system's dialog, and writes so that nothing is left half.
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { type ErrorCode, LibraryError } from '#contract/errors.ts';

interface Proposal {
  readonly title: string;
  /** With its ending, and without harm: electron/hosts/file-name.ts. */
  readonly name: string;
  /** What people call a file with this ending. */
  readonly kind: string;
}

/** @returns null where the person chose nothing */
export async function askWhere(
  frame: BrowserWindow | null,
  { title, name, kind }: Proposal,
): Promise<string | null> {
  const options = {
    title,
    defaultPath: join(app.getPath('documents'), name),
    filters: [{ name: kind, extensions: [extname(name).slice(1)] }],
    properties: ['showOverwriteConfirmation' as const],
  };
  const { canceled, filePath } = frame
    ? await dialog.showSaveDialog(frame, options)
    : await dialog.showSaveDialog(options);
  return canceled || filePath === '' ? null : filePath;
}

/** Written beside and renamed: what was there before stays until the new file is whole. */
export async function writeInPlace(file: string, content: Uint8Array | string): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(draft, content, { flush: true });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw notWritten(error, basename(file));
  }
}

const sayings: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOSPC: ['disk_full', 'there is no room on the disk'],
  EDQUOT: ['disk_full', 'there is no room left for you on the disk'],
  EFBIG: ['too_large', 'the disk cannot hold so large a file'],
  EROFS: ['not_allowed', 'the disk can only be read'],
  EACCES: ['not_allowed', 'access is not permitted there'],
  EPERM: ['not_allowed', 'access is not permitted there'],
  EBUSY: ['not_allowed', 'another program is using the file'],
  EISDIR: ['not_allowed', 'there is a folder of that name'],
  ENOENT: ['not_found', 'the folder is not there any more'],
  ENAMETOOLONG: ['invalid_input', 'the name is too long'],
};

function notWritten(error: unknown, name: string): LibraryError {
  const known = error instanceof Error && 'code' in error ? sayings[String(error.code)] : undefined;
  const [code, why] = known ?? ['not_allowed', 'the disk reported an error'];
  return new LibraryError(code, `“${name}” was not saved: ${why}.`, {}, { cause: error });
}
