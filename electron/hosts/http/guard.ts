// Who may ask at all. Another web page in the same browser can reach this port, too: by its address, by a host name of
// its own that it points here (DNS rebinding), and by forms and images that need no permission.
import { Refusal } from './refusal.ts';

/** The names under which the host is reached. @throws Refusal 421 for any other Host header */
export function checkHost(request: Request, port: number): void {
  const host = request.headers.get('host');
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) {
    throw new Refusal(421, 'not_allowed', 'This host answers to its own address only.');
  }
}

/** Call it after checkHost: the origin under which this request came. */
export const ownOrigin = (request: Request): string => `http://${request.headers.get('host')}`;

/**
 * For everything that needs the cookie. `none` is an address that a person opened; another port of this machine is
 * `same-site`, and as foreign as any.
 * @throws Refusal 403
 */
export function checkFetchSite(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') throw foreign();
  checkOrigin(request, { required: false });
}

/** @param required browsers name the origin with every POST; of GETs only with those across origins. @throws Refusal 403 */
export function checkOrigin(request: Request, { required }: { readonly required: boolean }): void {
  const origin = request.headers.get('origin');
  if (origin === null ? required : origin !== ownOrigin(request)) throw foreign();
}

const foreign = () => new Refusal(403, 'not_allowed', 'Other sites may not ask this host.');
