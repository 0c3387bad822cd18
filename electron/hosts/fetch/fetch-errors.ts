// What sockets, TLS and name servers report, as errors of the closed list with a sentence for a person.
import { networkInterfaces } from 'node:os';
import { type ErrorCode, LibraryError } from '#contract/errors.ts';

type Meaning = readonly [ErrorCode, (host: string) => string];

const noAnswer: Meaning = ['unreachable', (host) => `“${host}” does not answer.`];
const brokenOff: Meaning = ['unreachable', (host) => `“${host}” broke off the connection.`];
const notHttp: Meaning = [
  'unreachable',
  (host) => `“${host}” answered with something that is no web page.`,
];
const damaged: Meaning = [
  'unreachable',
  (host) => `The answer of “${host}” was damaged on the way.`,
];
const tooSlow: Meaning = ['timed_out', (host) => `“${host}” took too long to answer.`];
const noNetwork: Meaning = ['offline', () => 'This computer is not connected to the internet.'];
const badCertificate: Meaning = [
  'unreachable',
  (host) => `The certificate of “${host}” cannot be trusted, so nothing was fetched from it.`,
];

const meanings: Readonly<Record<string, Meaning>> = {
  ECONNREFUSED: ['unreachable', (host) => `“${host}” refuses connections.`],
  ECONNRESET: brokenOff,
  ECONNABORTED: brokenOff,
  EPIPE: brokenOff,
  UND_ERR_SOCKET: brokenOff,
  UND_ERR_CLOSED: brokenOff,
  EHOSTUNREACH: noAnswer,
  EHOSTDOWN: noAnswer,
  EADDRNOTAVAIL: noAnswer,
  EACCES: ['unreachable', (host) => `A firewall does not let Lectern connect to “${host}”.`],
  EPERM: ['unreachable', (host) => `A firewall does not let Lectern connect to “${host}”.`],
  ENETUNREACH: noNetwork,
  ENETDOWN: noNetwork,
  ETIMEDOUT: tooSlow,
  UND_ERR_CONNECT_TIMEOUT: tooSlow,
  UND_ERR_HEADERS_TIMEOUT: tooSlow,
  UND_ERR_BODY_TIMEOUT: tooSlow,
  UND_ERR_HEADERS_OVERFLOW: notHttp,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: brokenOff,
  EPROTO: ['unreachable', (host) => `No safe connection to “${host}” came about.`],
  CERT_HAS_EXPIRED: [
    'unreachable',
    (host) => `The certificate of “${host}” has expired, so nothing was fetched from it.`,
  ],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    'unreachable',
    (host) =>
      `The certificate of “${host}” belongs to another site, so nothing was fetched from it.`,
  ],
  DEPTH_ZERO_SELF_SIGNED_CERT: badCertificate,
  SELF_SIGNED_CERT_IN_CHAIN: badCertificate,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: badCertificate,
  UNABLE_TO_GET_ISSUER_CERT: badCertificate,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: badCertificate,
  Z_DATA_ERROR: damaged,
  Z_BUF_ERROR: damaged,
  Z_MEM_ERROR: damaged,
};

const byPrefix: readonly (readonly [prefix: string, Meaning])[] = [
  ['HPE_', notHttp],
  ['CERT_', badCertificate],
  ['ERR_SSL_', ['unreachable', (host) => `No safe connection to “${host}” came about.`]],
  ['ERR_TLS_', ['unreachable', (host) => `No safe connection to “${host}” came about.`]],
  ['ERR__ERROR_', damaged], // Brotli, in Node's spelling
  ['ERR_BROTLI_', damaged],
  ['ERR_PADDING_', damaged],
];

/** Names that the resolver does not know, and name servers that do not answer. */
const unresolved: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_NODATA',
  'EAI_NONAME',
  'EAI_FAIL',
]);

/** What failed, as far as it is a failure of the network; anything else comes back as it is: it is a bug. */
export function toFetchError(error: unknown, host: string, isOffline: () => boolean): unknown {
  if (error instanceof LibraryError) return error;
  const code = codeOf(error);
  if (code === null) return error;
  const [ours, sentence] = meaningOf(code, isOffline) ?? [];
  if (!ours || !sentence) return error;
  return new LibraryError(ours, sentence(host), { reason: code }, { cause: error });
}

function meaningOf(code: string, isOffline: () => boolean): Meaning | null {
  if (unresolved.has(code)) {
    if (isOffline()) return noNetwork;
    return [
      'unreachable',
      (host) => `There is no site “${host}”, or its name could not be looked up.`,
    ];
  }
  if (Object.hasOwn(meanings, code)) return meanings[code] ?? null;
  return byPrefix.find(([prefix]) => code.startsWith(prefix))?.[1] ?? null;
}

/** Several addresses that were tried fail together, in one error that holds theirs. */
function codeOf(error: unknown): string | null {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  if (!(error instanceof Error)) return null;
  if (error.name === 'HTTPParserError') return 'HPE_'; // has a code of its own for some faults only
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause === undefined ? null : codeOf(error.cause);
}

/** Nothing but the loopback interface has an address. */
export function hasNoNetwork(): boolean {
  return Object.values(networkInterfaces())
    .flat()
    .every((face) => face === undefined || face.internal);
}
