// What comes out of the library is a LibraryError; what lies behind it goes to the log, once, where it happened.
import { fromWire, LibraryError, toWire } from '#contract/errors.ts';
import type { Dispatch } from '#contract/rpc.ts';
import type { Logger } from './ports.ts';
import { toStorageError } from './storage/storage-error.ts';

export function reportFailure(dispatch: Dispatch, dir: string, log: Logger): Dispatch {
  return async (name, input, signal) => {
    try {
      return await dispatch(name, input, signal);
    } catch (error) {
      if (error instanceof LibraryError) throw error;
      log.error(`${name} failed`, error);
      const explained = toStorageError(error, `the library in “${dir}”`);
      throw explained instanceof LibraryError ? explained : fromWire(toWire(explained));
    }
  };
}
