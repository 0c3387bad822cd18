// Addresses of the pages of one article: the same but for a number, in all the ways in which sites write it.
const WORD =
  'page|pages|pg|p|seite|pagina|página|sida|side|sivu|strona|stranka|stránka|stranica|sayfa|oldal|trang';
const PARAMETER =
  /^(?:page|p|pg|seite|pagina|sida|side|sivu|strona|sayfa|oldal|pageno|pagenum|pagenumber|page_no|page_num|page_number|currentpage)$/i;

/** `/2`, `/page/2`, `/page-2` */
const IN_PATH = new RegExp(`^(.*?)/(?:(?:${WORD})[-_/]?)?(\\d{1,3})/?$`, 'iu');
/** `-page-2.html`, `,seite2` */
const AFTER_WORD = new RegExp(`^(.*?)[-_,.](?:${WORD})[-_]?(\\d{1,3})(\\.\\w{2,5})?/?$`, 'iu');
/** `-2.html`: without an ending it is as often another article. */
const BEFORE_ENDING = /^(.*?)[-_,.](\d{1,3})(\.(?:x?html?|php|shtml|aspx?))$/i;

/** Where readers write. */
const COMMENTS = /comment|cpage|repl(?:y|ies)|kommentar|commentaire|comentario|reactie/i;

/** Whether an address is that of the page after the one with this number. */
export function isNextPage(current: string, candidate: string, number: number): boolean {
  const [from, to] = [parse(current), parse(candidate)];
  if (!from || !to || from.host !== to.host || COMMENTS.test(to.search + to.pathname)) return false;
  // The front page of a site is followed by older articles.
  if (from.pathname === '/' && from.search === '') return false;
  const bases =
    number === 1 ? [baseOf(from), ...withoutNumber(from, 1, false)] : withoutNumber(from, number);
  return withoutNumber(to, number + 1).some((base) => bases.includes(base));
}

const parse = (url: string): URL | null => (URL.canParse(url) ? new URL(url) : null);

const baseOf = ({ pathname, search }: URL): string => base(pathname, search);

const base = (path: string, search: string): string =>
  path.replace(/\/(?:index\.\w{2,5})?$/i, '') + search.replace(/^\?$/, '');

/**
 * What an address is without the number of its page.
 * @param bare whether a number may end the path without a word for it: a first page seldom says that it is one, and a first part
 * of a series often does
 */
function withoutNumber(url: URL, number: number, bare = true): string[] {
  const { pathname, search } = url;
  const path = decoded(pathname);
  const bases: string[] = [];
  const take = (found: RegExpExecArray | null, ending = '') => {
    if (found && Number(found[2]) === number) bases.push(base((found[1] ?? '') + ending, search));
  };
  const inPath = IN_PATH.exec(path);
  if (bare || !/\/\d+\/?$/.test(path)) take(inPath);
  const afterWord = bare ? AFTER_WORD.exec(path) : null;
  take(afterWord, afterWord?.[3] ?? '');
  const beforeEnding = bare ? BEFORE_ENDING.exec(path) : null;
  take(beforeEnding, beforeEnding?.[3] ?? '');
  for (const [name, value] of url.searchParams) {
    if (!PARAMETER.test(name) || value !== String(number)) continue;
    const rest = new URL(url);
    rest.searchParams.delete(name);
    bases.push(base(path, rest.search));
  }
  return bases;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // Encoded in another charset than UTF-8: its number is in ASCII all the same.
  }
}
