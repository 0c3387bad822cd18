import type { FetchRequest } from '#library/ports.ts';
import type { LocalSite } from './local-site.ts';

/** A page of the site, by its path, or of anywhere else, by its address; of 5 MB at most. */
export const pageRequest = (
  site: LocalSite,
  path: string,
  more: Partial<FetchRequest> = {},
): FetchRequest => ({
  url: path.startsWith('/') ? site.origin + path : path,
  reason: 'clip',
  accept: 'page',
  maxBytes: 5 * 1024 * 1024,
  allowHosts: [site.host],
  ...more,
});
