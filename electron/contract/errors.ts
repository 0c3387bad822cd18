// The closed list of what can go wrong, and how it crosses a wire.

export const errorCodes = [
  'invalid_input',
  'not_found',
  'conflict',
  'offline',
  'unreachable',
  'timed_out',
  'refused_by_site',
  'login_required',
  'not_allowed',
  'unsupported_type',
  'nothing_to_read',
  'too_large',
  'cancelled',
  'disk_full',
  'read_only',
  'library_too_new',
  'library_damaged',
  'library_busy',
  'host_gone',
  'bug',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Flat, so that it survives a structured clone and JSON alike. Never holds titles or text of articles. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean>>;

export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: ErrorDetails;
}

/** The only error that callers of the library see. `message` is a sentence for a person. */
export class LibraryError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(
    code: ErrorCode,
    message: string,
    details: ErrorDetails = {},
    options: { cause?: unknown } = {},
  ) {
    super(message, options);
    this.name = 'LibraryError';
    this.code = code;
    this.details = details;
  }
}

const BUG_SENTENCE = 'Something went wrong inside Lectern. Nothing was changed.';

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && (errorCodes as readonly string[]).includes(value);
}

/** Anything but a LibraryError becomes the neutral `bug`: its text is for the log, not for the person. */
export function toWire(error: unknown): WireError {
  if (error instanceof LibraryError) {
    return { code: error.code, message: error.message, details: error.details };
  }
  return { code: 'bug', message: BUG_SENTENCE, details: {} };
}

export function fromWire(wire: WireError): LibraryError {
  return new LibraryError(
    isErrorCode(wire.code) ? wire.code : 'bug',
    wire.message || BUG_SENTENCE,
    wire.details ?? {},
  );
}
