// A request that the program made: whom it spoke with, what for, and how much came. Never what was asked for: an address of an
// article that was deleted for good must not live on in a list of requests.
import { z } from 'zod';
import { errorCodes } from '../errors.ts';

export const networkReasons = [
  /** A page that is being clipped, or a further page of it. */
  'clip',
  'picture',
  /** What the scripts of a page fetch while they run. */
  'script',
  /** A window in which somebody looks for what to clip. */
  'capture',
  'feed',
  /** Whether there is a newer Lectern. */
  'update',
] as const;
export const NetworkReason = z.enum(networkReasons);
export type NetworkReason = z.infer<typeof NetworkReason>;

/** One that a host made past the library's fetcher, once it is over. */
export const SentRequest = z.object({
  /** When it began. */
  at: z.int(),
  /** With its port where that is not the usual one. */
  host: z.string().min(1).max(300),
  reason: NetworkReason,
  /** That came, of the whole connection where that is known. */
  bytes: z.int().min(0),
  /** Of HTTP; null where no answer came. */
  status: z.int().nullable(),
  /** What went wrong; null where nothing did, or it is not over. */
  code: z.enum(errorCodes).nullable(),
});
export type SentRequest = z.infer<typeof SentRequest>;

/** By number, in the order in which they began. */
export const NetworkRequest = SentRequest.extend({ id: z.int() });
export type NetworkRequest = z.infer<typeof NetworkRequest>;

export const NetworkPage = z.object({
  requests: z.array(NetworkRequest),
  /** Asks for those before; null where there are none. */
  before: z.int().nullable(),
});

export const NetworkSum = z.object({
  reason: NetworkReason,
  requests: z.int(),
  bytes: z.int(),
});
export type NetworkSum = z.infer<typeof NetworkSum>;

export const NetworkSummary = z.object({
  /** Of all requests there ever were, reason by reason; those of which there were none are left out. */
  sums: z.array(NetworkSum),
  /** The oldest that is listed one by one. */
  listedSince: z.int().nullable(),
  /** How many are counted and no longer listed. */
  dropped: z.int(),
  /** What stays listed: the newest so many, for so many days. */
  keeps: z.object({ requests: z.int(), days: z.int() }),
});
export type NetworkSummary = z.infer<typeof NetworkSummary>;
