// Reads `lectern:` links, which any page and any program may hand to this one. No Electron here.
import { LibraryError } from '#contract/errors.ts';
import { ArticleAsked, PageAsked } from '#contract/types/asked.ts';
import { MAX_LINK_LENGTH } from './arguments.ts';

/**
 * SECURITY: two verbs, each with the one value that it needs. No path of a file, no option, nothing to be done at once:
 * what is asked for is shown by the window, which does what the person says.
 * @throws LibraryError invalid_input, too_large
 */
export function readDeepLink(link: string): PageAsked | ArticleAsked {
  if (link.length > MAX_LINK_LENGTH) {
    throw new LibraryError('too_large', 'A link to Lectern was not followed: it is too long.');
  }
  const url = URL.canParse(link) ? new URL(link) : null;
  if (url?.protocol !== 'lectern:' || url.host !== '' || url.hash !== '') throw notUnderstood();
  const values = [...url.searchParams];
  const [name, value] = values[0] ?? [];
  if (values.length !== 1 || value === undefined) throw notUnderstood();

  if (url.pathname === 'clip' && name === 'url') return pageToClip(value);
  if (url.pathname === 'open' && name === 'uid') {
    const asked = ArticleAsked.safeParse({ kind: 'open', uid: value });
    if (asked.success) return asked.data;
  }
  throw notUnderstood();
}

/**
 * Also of an address that was copied. As the URL parser spells it, so that what is shown is what is fetched: a name in
 * letters of another script by its code, without line breaks, in ASCII alone.
 * @throws LibraryError invalid_input; not_allowed where it carries a user name, by which one site poses as another
 */
export function pageToClip(address: string): PageAsked {
  const url = URL.canParse(address) ? new URL(address) : null;
  const asked = PageAsked.safeParse({ kind: 'clip', url: url?.href });
  if (!url || !asked.success) {
    throw new LibraryError(
      'invalid_input',
      'Nothing was clipped: only web addresses (http, https) can be.',
    );
  }
  if (url.username || url.password) {
    throw new LibraryError('not_allowed', 'Nothing was clipped: the address carries a user name.');
  }
  return asked.data;
}

const notUnderstood = () =>
  new LibraryError(
    'invalid_input',
    'A link to Lectern was not followed: it does not say what Lectern understands.',
  );
