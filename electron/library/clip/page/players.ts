// What plays on a page: films, sounds and players of other sites, as what can be kept of them: a still picture and a link
// under its title.
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { webUrl } from './addresses.ts';
import { oneLine } from './one-line.ts';
import {
  attr,
  type Element,
  eachElement,
  element,
  isComment,
  isElement,
  isText,
  type Node,
  replace,
  text,
} from './tree.ts';

/** Class of a paragraph that stands for a player. */
export const PLAYER = 'lectern-player';

interface Plays {
  readonly url: string | null;
  readonly title: string;
  /** Address of a still picture, as the page has it. */
  readonly still: string | null;
}

/** To be done before pictures are numbered: the still ones are among them. */
export function standForPlayers(document: Tree.Document, baseUrl: string | null): void {
  eachElement(document, (any) => {
    const plays = playsOf(any, baseUrl);
    if (!plays) return true;
    const { url, title, still } = plays;
    const link = url === null ? [] : [element('a', { href: url }, [text(title)])];
    const picture = still === null ? [] : [element('img', { src: still, alt: title })];
    const whole = wholeOf(any);
    const parent = whole.parentNode;
    if (parent && isElement(parent) && isInline(parent)) {
      replace(whole, ...picture, ...link);
    } else {
      const between = picture.length > 0 && link.length > 0 ? [element('br', {})] : [];
      replace(whole, element('p', { class: PLAYER }, [...picture, ...between, ...link]));
    }
    return false;
  });
}

function playsOf(any: Element, baseUrl: string | null): Plays | null {
  switch (any.tagName) {
    case 'video':
    case 'audio':
      return recorded(any, baseUrl);
    case 'iframe':
      return framed(any);
    case 'lite-youtube': {
      const id = attr(any, 'videoid') ?? '';
      return ID.test(id) ? film(id, attr(any, 'playlabel') || attr(any, 'title')) : null;
    }
    default:
      return null;
  }
}

function recorded(any: Element, baseUrl: string | null): Plays | null {
  const addresses = [attr(any, 'src'), attr(any, 'data-src')];
  eachElement(any, (inner) => {
    if (inner.tagName === 'source') addresses.push(attr(inner, 'src'), attr(inner, 'data-src'));
    if (inner.tagName === 'a') addresses.push(attr(inner, 'href'));
  });
  const [url = null] = addresses.flatMap((address) => webUrl(address, baseUrl) ?? []);
  const still = attr(any, 'poster')?.trim() || attr(any, 'data-poster')?.trim() || null;
  if (url === null && still === null) return null;
  return { url, still, title: titleOf(any) || fileName(url ?? '') };
}

/** Frames that play something say so: by what they may do, or in their address. Others are advertisements and forms. */
const PLAYS = /(?:fullscreen|picture-in-picture|encrypted-media)/i;
const PLAYER_ADDRESS = /(?:^|[/.])(?:player|embed)s?(?:[/.?][^?]*[\w-]{6,}|\/\?|\.\w+\.)/i;
const NO_PLAYER = /(?:comments?|disqus|captcha|newsletter|subscribe|advert|\bads?\b)/i;
const ID = /^[\w-]{11}$/;
const FILM = /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{11})(?:[/?#]|$)/;

function framed(any: Element): Plays | null {
  const address = (attr(any, 'src') ?? '').trim() || (attr(any, 'data-src') ?? '').trim();
  const url = webUrl(address.replace(/^\/\//, 'https://'));
  if (!url) return null;
  const title = titleOf(any);
  const id = FILM.exec(url)?.[1];
  if (id) return film(id, title);
  const mayPlay = attr(any, 'allowfullscreen') !== null || PLAYS.test(attr(any, 'allow') ?? '');
  const { host, pathname, search } = new URL(url);
  const where = host + pathname + search;
  if (!mayPlay && (!PLAYER_ADDRESS.test(where) || NO_PLAYER.test(host + pathname))) return null;
  return { url, still: null, title: title || host };
}

/** Where it is watched, rather than the address of a frame; with the picture that the frame would show. */
const film = (id: string, title: string | null): Plays => ({
  url: `https://www.youtube.com/watch?v=${id}`,
  still: `https://i.ytimg.com/vi/${id}/hqdefault.jpg`,
  title: title || 'www.youtube.com',
});

const titleOf = (any: Element): string =>
  oneLine(attr(any, 'title') || attr(any, 'aria-label') || '').slice(0, 300);

function fileName(url: string): string {
  if (url === '') return '';
  const { pathname, host } = new URL(url);
  const last = pathname.split('/').filter(Boolean).at(-1) ?? '';
  try {
    return oneLine(decodeURIComponent(last)) || host;
  } catch {
    return last || host; // Encoded in another way than UTF-8: shown as it stands.
  }
}

/** Boxes around it that hold nothing else: their names would make the extractor drop it, and a paragraph cannot hold one. */
function wholeOf(player: Element): Element {
  let whole = player;
  for (
    let up = player.parentNode;
    up && isElement(up) && BOX.test(up.tagName);
    up = up.parentNode
  ) {
    if (!up.childNodes.every((node) => node === whole || isNothing(node))) break;
    whole = up;
  }
  return whole;
}

const BOX = /^(?:div|span|p|figure|center)$/;
const isNothing = (node: Node): boolean =>
  isComment(node) ||
  (isText(node) && node.value.trim() === '') ||
  (isElement(node) && /^(?:script|style)$/.test(node.tagName));

function isInline(parent: Element): boolean {
  for (let up: Tree.ParentNode | null = parent; up && isElement(up); up = up.parentNode) {
    if (/^(?:p|h[1-6]|a|em|strong|b|i)$/.test(up.tagName)) return true;
    if (/^(?:div|figure|article|section|li|td|body|main)$/.test(up.tagName)) return false;
  }
  return false;
}
