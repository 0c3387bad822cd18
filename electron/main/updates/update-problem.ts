// What went wrong with an update, in words of ours: those of the updater name addresses and files.
import { LibraryError } from '#contract/errors.ts';

const NOT_AS_ANNOUNCED = new Set([
  'ERR_CHECKSUM_MISMATCH',
  'ERR_UPDATER_INVALID_SIGNATURE',
  'ERR_UPDATER_NO_CHECKSUM',
]);

export function updateProblem(error: unknown): LibraryError {
  if (error instanceof LibraryError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const options = { cause: error };
  if (NOT_AS_ANNOUNCED.has(code)) {
    return new LibraryError(
      'not_allowed',
      'What came is not the version that was announced, so it was thrown away.',
      {},
      options,
    );
  }
  if (code === 'ENOSPC') {
    return new LibraryError('disk_full', 'There is no room for the new version.', {}, options);
  }
  return new LibraryError(
    'unreachable',
    'The place where new versions lie gave no answer that can be read. Try again later.',
    {},
    options,
  );
}
