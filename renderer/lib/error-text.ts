// What the window says about each kind of failure, and the one thing a person can usefully do about it.
import { type ErrorCode, LibraryError } from '#contract/errors.ts';
import type { Problem } from '#contract/types/problem.ts';

/** `retry`: the same again may work. `reload`: get the window's data anew. `none`: nothing here would help. */
export type ErrorAction = 'retry' | 'reload' | 'none';

export interface ErrorText {
  /** Key of the sentence in the catalogue. */
  readonly key: `errors.${ErrorCode}`;
  /** The library's own sentence, where it says more than ours: what happened to what. */
  readonly detail: string | null;
  readonly action: ErrorAction;
}

export function errorText(error: unknown): ErrorText {
  const { code, message } = asProblem(error);
  return {
    key: `errors.${code}`,
    detail: code === 'bug' || code === 'host_gone' || code === 'cancelled' ? null : message,
    action: actionFor(code),
  };
}

/** Whatever was thrown, as data. Anything but a LibraryError is a fault of ours. */
export function asProblem(error: unknown): Problem {
  return error instanceof LibraryError
    ? { code: error.code, message: error.message }
    : { code: 'bug', message: '' };
}

export const isCancelled = (error: unknown): boolean =>
  error instanceof LibraryError && error.code === 'cancelled';

function actionFor(code: ErrorCode): ErrorAction {
  switch (code) {
    case 'offline':
    case 'unreachable':
    case 'timed_out':
    case 'refused_by_site':
    case 'disk_full':
    case 'read_only':
    case 'library_busy':
    case 'host_gone':
    case 'bug':
      return 'retry';
    case 'conflict':
    case 'not_found':
      return 'reload';
    case 'invalid_input':
    case 'login_required':
    case 'not_allowed':
    case 'unsupported_type':
    case 'nothing_to_read':
    case 'too_large':
    case 'cancelled':
    case 'library_too_new':
    case 'library_damaged':
      return 'none';
  }
}
