// Other addresses under which sites and caches show the same page: for small screens, and as AMP. Unlike a key they are guesses: whoever
// joins by one of them looks at the page as well.
import { parseHttpUrl, urlKey } from './url-key.ts';

const SMALL = /(^|\.)(?:m|mobile|mobil|touch|amp)\.(?=[^.]+\.)/;
const CACHE = /^\/(?:[a-z]\/)?(?:c|v|a|wp)\/(s\/)?([^/]+\.[^/]+)(\/.*)?$/;
const VIEWER = /^\/amp\/(s\/)?([^/]+\.[^/]+)(\/.*)?$/;
const AMP_NAMES = new Set(['amp', 'amp_js_v', 'amp_gsa', 'usqp']);
const OUTPUT_NAMES = new Set(['output', 'outputtype']);

/** @returns keys, the address for large screens first; without the key of the address itself */
export function variantsOf(address: string): string[] {
  const url = parseHttpUrl(address);
  const plain = url && plainOf(url);
  if (!url || !plain) return [];
  const changed = (change: (copy: URL) => void): string => {
    const copy = new URL(plain);
    change(copy);
    return copy.href;
  };
  const bare = plain.hostname.replace(/^www\./, '');
  const path = plain.pathname.replace(/\/+$/, '');
  const others = [
    plain.href,
    ...['m', 'mobile', 'touch', 'amp'].map((name) =>
      changed((copy) => {
        copy.hostname = `${name}.${bare}`;
      }),
    ),
    ...[`/amp${path}`, `${path}/amp`, `${path}.amp`].map((other) =>
      changed((copy) => {
        copy.pathname = other;
      }),
    ),
    ...(
      [
        ['amp', ''],
        ['amp', '1'],
        ['outputType', 'amp'],
      ] as const
    ).map(([name, value]) => changed((copy) => copy.searchParams.set(name, value))),
  ];
  const own = urlKey(address);
  const keys = new Set(others.flatMap((other) => urlKey(other) ?? []));
  return [...keys].filter((key) => key !== own);
}

/** As large screens have it; null for a front page, of which the others say nothing. */
function plainOf(url: URL): URL | null {
  const plain = new URL(shownBy(url) ?? url);
  plain.hostname = plain.hostname.replace(SMALL, '$1');
  plain.pathname = plain.pathname
    .replace(/^\/amp\//, '/')
    .replace(/\/amp\/?$/, '')
    .replace(/\.amp(?=\.html?$|$)/, '');
  const spare = [...plain.searchParams].filter(([name, value]) =>
    isOfAmp(name.toLowerCase(), value),
  );
  for (const [name] of spare) plain.searchParams.delete(name);
  return plain.pathname === '/' && plain.search === '' ? null : plain;
}

const isOfAmp = (name: string, value: string): boolean =>
  AMP_NAMES.has(name) || (OUTPUT_NAMES.has(name) && value.toLowerCase() === 'amp');

/** The page that a cache or a viewer of AMP has within its own address. */
function shownBy({ hostname, pathname, search }: URL): string | null {
  const pattern = hostname.endsWith('.cdn.ampproject.org')
    ? CACHE
    : /^(?:www\.)?(?:google|bing)\.[a-z.]{2,6}$/.test(hostname)
      ? VIEWER
      : null;
  const [whole, secure, host, path = '/'] = pattern?.exec(pathname) ?? [];
  if (whole === undefined) return null;
  const address = `http${secure ? 's' : ''}://${host}${path.replace(/%3f/i, '?')}${search}`;
  return parseHttpUrl(address)?.href ?? null;
}
