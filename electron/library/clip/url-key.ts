// What makes two addresses the same page: the key that articles and links are joined by.

/**
 * Parameters that say how a reader came to a page, never which page it is. Whole names, lower case; a name that any
 * site uses for content (`ref`, `id`, `source`, `from`) is not in here.
 */
const trackingNames: ReadonlySet<string> = new Set(
  [
    // advertisement clicks
    'fbclid gclid gclsrc gbraid wbraid dclid msclkid yclid ysclid twclid ttclid li_fat_id epik srsltid rb_clickid',
    // shared from an app
    'igshid igsh ref_src ref_url __twitter_impression xtor guccounter guce_referrer guce_referrer_sig',
    // newsletters and campaigns
    'mc_cid mc_eid mkt_tok _hsenc _hsmi __hstc __hssc __hsfp hsctatracking vero_id vero_conv oly_enc_id oly_anon_id',
    'ml_subscriber ml_subscriber_hash wickedid __s _openstat cmpid at_medium at_campaign at_custom1 at_custom2',
    // visit counters that hand themselves over between hosts
    '_ga _gl gad_source gad_campaignid',
  ].flatMap((line) => line.split(' ')),
);

const trackingPrefixes = ['utm_', 'mtm_', 'pk_', 'piwik_'] as const;

/** A longer address is not one that a person could have; it is not worth a row in an index. */
const MAX_LENGTH = 8192;

/**
 * The page that an address names, as `host[:port]/path?parameters[#!…]`: without scheme, `www.`, tracking
 * parameters, fragment and closing slashes; parameters sorted by name, percent-encoding in one spelling.
 * @returns null for anything but http and https
 */
export function urlKey(url: string): string | null {
  const parsed = parseHttpUrl(url);
  if (!parsed) return null;
  const port = parsed.port === '' ? '' : `:${parsed.port}`;
  const path = respell(parsed.pathname, PATH_CHARACTERS).replace(/\/+$/, '');
  const query = queryKey(parsed.search.slice(1));
  // `#!` is an address of its own on pages of that time; any other fragment is a place within the page.
  const fragment = parsed.hash.startsWith('#!') ? respell(parsed.hash, PATH_CHARACTERS) : '';
  return bareHost(parsed.hostname) + port + path + (query && `?${query}`) + fragment;
}

/** The host without `www.`, lower case, in ASCII spelling; null for anything but http and https. */
export function siteOf(url: string): string | null {
  const parsed = parseHttpUrl(url);
  return parsed && bareHost(parsed.hostname);
}

/** The address as a URL when it is http or https and of a sane length, else null. */
export function parseHttpUrl(url: string): URL | null {
  if (url.length > MAX_LENGTH || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed : null;
}

/** `www.` goes only where a name with a dot remains: www.com is a site of its own. */
function bareHost(hostname: string): string {
  return hostname.replace(/\.$/, '').replace(/^(?:www\.)+(?=[^.]+\.)/, '');
}

function queryKey(query: string): string {
  return (
    query
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const equals = pair.indexOf('=');
        const name = equals < 0 ? pair : pair.slice(0, equals);
        const value = equals < 0 ? '' : pair.slice(equals + 1);
        return [respellParameter(name), respellParameter(value)] as const;
      })
      .filter(([name]) => !isTracking(name.toLowerCase()))
      // By name alone, and stable: the order of values under one name can have a meaning.
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([name, value]) => (value === '' ? name : `${name}=${value}`))
      .filter((pair) => pair !== '')
      .join('&')
  );
}

const isTracking = (name: string): boolean =>
  trackingNames.has(name) || trackingPrefixes.some((prefix) => name.startsWith(prefix));

/** Characters that mean themselves in a path, encoded or not (RFC 3986: unreserved and sub-delims, `:` and `@`). */
const PATH_CHARACTERS = /[A-Za-z0-9\-._~!$&'()*+,;=:@]/;
/** The same for a parameter, where `&`, `=` and `+` have a meaning of their own. */
const PARAMETER_CHARACTERS = /[A-Za-z0-9\-._~!$'()*,;:@/?]/;

const respellParameter = (text: string): string =>
  respell(text.replaceAll('+', '%20'), PARAMETER_CHARACTERS);

/** One spelling of percent-encoding: what may stand bare is bare, hex digits are upper case. */
function respell(text: string, bare: RegExp): string {
  return text.replace(/%([0-9a-f]{2})/gi, (spelled, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return bare.test(character) ? character : spelled.toUpperCase();
  });
}
