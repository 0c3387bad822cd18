// Takes files out of a zip in memory, after a look at what it says of them: names that lead out, bombs and archives in the
// archive stay packed.
// Its build for Node begins with a `require` of its own, which in the bundle of the desktop is there already.
import { unzipSync } from 'fflate/browser';
import { LibraryError } from '#contract/errors.ts';
import type { Problem } from '#contract/types/problem.ts';
import { MAX_FILE_BYTES, MAX_ZIP_RATIO } from '../limits.ts';

type Filter = NonNullable<NonNullable<Parameters<typeof unzipSync>[1]>['filter']>;

/**
 * What an entry says of its size is all that is unpacked of it.
 * @throws LibraryError invalid_input (damaged, locked), and whatever the filter throws
 */
export function unzip(bytes: Uint8Array, filter: Filter): Record<string, Uint8Array<ArrayBuffer>> {
  try {
    return unzipSync(bytes, { filter });
  } catch (cause) {
    if (cause instanceof LibraryError) throw cause;
    const message = 'The zip is damaged, or locked with a password.';
    throw new LibraryError('invalid_input', message, {}, { cause });
  }
}

/** Names that lead out of where they are, or open a device on Windows. */
const OUTSIDE = /^(?:[/\\]|[a-z][a-z0-9+.-]*:)|(?:^|[/\\])\s*\.\.\s*(?:[/\\]|$)|[\0\\]/i;
const RESERVED = /(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:[./ ]|$)|[. ](?:\/|$)/i;

/** Why a file stays packed; null for one that may be taken out. */
export function problemOf(
  name: string,
  size: number,
  originalSize: number,
  maxBytes = MAX_FILE_BYTES,
): Problem | null {
  if (OUTSIDE.test(name) || RESERVED.test(name) || Buffer.byteLength(name) > 1000) {
    return LEADS_ELSEWHERE;
  }
  return problemOfSize(name, size, originalSize, maxBytes);
}

export const LEADS_ELSEWHERE: Problem = {
  code: 'not_allowed',
  message: 'The name of this file in the zip leads elsewhere.',
};

/** Whatever it is called: archives and bombs. */
export function problemOfSize(
  name: string,
  size: number,
  originalSize: number,
  maxBytes: number,
): Problem | null {
  if (/\.(?:zip|gz|tgz|7z|rar|xz|bz2)$/i.test(name)) {
    return { code: 'unsupported_type', message: 'An archive inside a zip is not opened.' };
  }
  const isBomb = originalSize > 1024 * 1024 && originalSize > size * MAX_ZIP_RATIO;
  if (isBomb || originalSize > maxBytes) {
    return { code: 'too_large', message: 'This file in the zip unpacks to far too much.' };
  }
  return null;
}
