// The session of the capture window: what sites know of it, kept or forgotten, and the one way in which it reaches the web.
import { type Cookie, type Session, session } from 'electron';
import { PROXY_HOST } from '../security.ts';

const KEPT = 'persist:capture';
let count = 0;

/** @param isKept whether it outlives the window */
export function captureSession(isKept: boolean): Session {
  // Without `persist:` it is in memory alone, and another one each time.
  return session.fromPartition(isKept ? KEPT : `capture-${++count}`);
}

/** SECURITY: everything goes through our own proxy, this very machine's addresses too; there is no other way for what it refuses. */
export async function leadThrough(one: Session, port: number): Promise<void> {
  await one.setProxy({
    proxyRules: `http://${PROXY_HOST}:${port}`,
    proxyBypassRules: '<-loopback>',
  });
  await one.closeAllConnections();
}

/** All that sites know of it. */
export async function wipe(one: Session): Promise<void> {
  await one.clearStorageData();
  await one.clearCache();
  await one.clearCodeCaches({});
  await one.clearHostResolverCache();
  await one.closeAllConnections();
}

/** Nothing of it was to be kept, whatever ended the app before it could be wiped. */
export const wipeKept = (): Promise<void> => wipe(session.fromPartition(KEPT));

/** Whoever chooses to keep a session, or not to, stays logged in meanwhile. */
export async function carryCookies(from: Session, to: Session): Promise<void> {
  for (const cookie of await from.cookies.get({})) {
    // One that the new session refuses is of no use there.
    await to.cookies.set(toSet(cookie)).catch(() => undefined);
  }
}

function toSet(cookie: Cookie): Electron.CookiesSetDetails {
  const { name, value, domain = '', hostOnly, path = '/', secure, httpOnly, sameSite } = cookie;
  const { expirationDate } = cookie;
  return {
    url: `${secure ? 'https' : 'http'}://${domain.replace(/^\./, '')}${path}`,
    name,
    value,
    path,
    sameSite,
    ...(hostOnly ? {} : { domain }),
    ...(secure === undefined ? {} : { secure }),
    ...(httpOnly === undefined ? {} : { httpOnly }),
    ...(expirationDate === undefined ? {} : { expirationDate }),
  };
}
