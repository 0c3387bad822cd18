// The secrets of one run of the web host, and how they are compared.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const SECRET_BYTES = 32;

export interface Session {
  /** In the address that is printed; whoever opens that gets the cookie. */
  readonly token: string;
  /** What the cookie holds: never the token, so that neither an address nor a cookie gives the other away. */
  readonly cookie: string;
  /** In the URLs of the article frame, which no cookie reaches. */
  readonly capability: string;
}

/** New secrets, 256 bits each, in letters that need no escaping in a URL. */
export function newSession(): Session {
  const secret = () => randomBytes(SECRET_BYTES).toString('base64url');
  return { token: secret(), cookie: secret(), capability: secret() };
}

/** Takes as long for a near miss as for a wild guess. */
export function isSecret(given: string | null | undefined, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given ?? ''), digest(secret));
}

/** Browsers send a cookie to every port of a host: with the port in the name, two libraries do not push each other out. */
export const cookieName = (port: number): string => `lectern-${port}`;

/** The cookie dies with the browser; the next run has other secrets anyway. */
export const cookieHeader = (port: number, session: Session): string =>
  `${cookieName(port)}=${session.cookie}; Path=/; HttpOnly; SameSite=Strict`;

/** @param header the Cookie header of a request */
export function hasCookie(header: string | null, port: number, session: Session): boolean {
  const prefix = `${cookieName(port)}=`;
  const ours = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(prefix));
  return isSecret(ours?.slice(prefix.length), session.cookie);
}
