// Where a block stands, in numbers: in which elements, how far down, beside what.
import type { Block } from '../blocks.ts';
import { ASIDE_HINT, ASIDE_NAME, BYLINE_NAME, CAPTION_NAME, JUNK_NAME } from '../role-words.ts';
import { eachElement, isElement, type Parent, parentOf } from '../tree.ts';
import { Kin, NOTHING, type Share } from './surroundings.ts';

const TAGS = {
  isP: /^p$/,
  isItem: /^(?:li|dd|dt)$/,
  isTitle: /^h[12]$/,
  isHeading: /^h[3-6]$/,
  isCell: /^t[dh]$/,
  isBox: /^(?:div|section|article|main|header|footer|aside|center)$/,
  isQuote: /^blockquote$/,
  isCode: /^pre$/,
} as const;
const AROUND = {
  inList: /^(?:ul|ol|dl)$/,
  inTable: /^table$/,
  inQuote: /^blockquote$/,
  inFigure: /^(?:figure|figcaption|caption)$/,
  inAside: /^aside$/,
  inFooter: /^footer$/,
  inHeader: /^header$/,
  inForm: /^(?:form|fieldset|dialog)$/,
  inSection: /^section$/,
} as const;
const CONTENT_NAME =
  /(?:article|post|entry|story|page|news|text)[-_]*(?:body|content|text|main)|(?:^|[\s_-])(?:content|text|copy|prose|richtext|rte|body)(?:$|[\s_-])/;
const COMMENT_NAME = /comment|komment|reply|replies|discuss|disqus|forum|response/;
const HEAD_NAME = /head|title|headline|kicker|lead|teaser|intro|summary|dek|standfirst|subtitle/;
const NAMES = {
  caption: CAPTION_NAME,
  byline: BYLINE_NAME,
  junk: JUNK_NAME,
  aside: ASIDE_NAME,
  hint: ASIDE_HINT,
  content: CONTENT_NAME,
  comment: COMMENT_NAME,
  head: HEAD_NAME,
} as const;
const AROUND_NAMES = Object.keys(AROUND);
const IS_TAG = Object.entries(TAGS);
// Names that are put together at every use are looked up at every use.
const ROLE_LEVEL = Object.keys(NAMES).map((role) => `${role}Level`);
const ROLE_SHARE = Object.keys(NAMES).map((role) => `${role}Share`);
const LEVELS = [0, 1, 2, 3].map((level) => ({
  linked: `linked${level}`,
  part: `part${level}`,
  prose: `prose${level}`,
  perBlock: `perBlock${level}`,
  kin: level < 3 ? `kin${level}` : null,
}));
/** Farther out a name is one of the whole page. */
const NAMED_WITHIN = 8;
const NOWHERE = 9;

/** Bit by bit which of some patterns a word fits. A page says the same few words over and over. */
class Fits {
  readonly #patterns: readonly RegExp[];
  readonly #known = new Map<string, number>();

  constructor(patterns: Readonly<Record<string, RegExp>>) {
    this.#patterns = Object.values(patterns);
  }

  of(word: string): number {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    let bits = 0;
    this.#patterns.forEach((pattern, at) => {
      if (pattern.test(word)) bits |= 1 << at;
    });
    this.#known.set(word, bits);
    return bits;
  }
}

/** Tells places of blocks on one page. */
export class Placing {
  readonly #shares: ReadonlyMap<Parent, Share>;
  readonly #total: Share;
  readonly #kin = new Kin();
  readonly #tags = new Fits(AROUND);
  readonly #names = new Fits(NAMES);
  readonly #pictures = new Map<Parent, boolean>();

  constructor(shares: ReadonlyMap<Parent, Share>, total: Share) {
    this.#shares = shares;
    this.#total = total;
  }

  of({ container, tags, names }: Block): Record<string, number> {
    const total = this.#total;
    const found: Record<string, number> = { depth: tags.length };
    const [tag = ''] = tags;
    for (const [name, pattern] of IS_TAG) found[name] = pattern.test(tag) ? 1 : 0;
    for (const name of AROUND_NAMES) found[name] = NOWHERE;
    let articles = 0;
    for (let level = Math.min(tags.length, NOWHERE) - 1; level >= 0; level--) {
      const around = tags[level] ?? '';
      const bits = this.#tags.of(around);
      for (let at = 0; bits >> at; at++)
        if ((bits >> at) & 1) found[AROUND_NAMES[at] as string] = level;
      if (around === 'article') articles++;
    }
    found.articles = articles;
    // How near a name is, and how much of the page it is a name for.
    for (const name of ROLE_LEVEL) found[name] = NOWHERE;
    for (const name of ROLE_SHARE) found[name] = 1;
    let seen = 0;
    let up: Parent | null = container;
    for (let level = 0; level < NAMED_WITHIN && up; level++, up = parentOf(up)) {
      const bits: number = this.#names.of(names[level] ?? '') & ~seen;
      seen |= bits;
      for (let at = 0; bits >> at; at++) {
        if (!((bits >> at) & 1)) continue;
        found[ROLE_LEVEL[at] as string] = level;
        found[ROLE_SHARE[at] as string] = this.#shareOf(up).words / Math.max(1, total.words);
      }
    }
    up = container;
    for (const { linked, part, prose, perBlock, kin } of LEVELS) {
      const share: Readonly<Share> = up ? this.#shareOf(up) : total;
      found[linked] = share.linkWords / Math.max(1, share.words);
      found[part] = share.words / Math.max(1, total.words);
      found[prose] = share.prose / Math.max(1, total.prose);
      found[perBlock] = share.words / Math.max(1, share.blocks);
      if (kin) found[kin] = up && isElement(up) ? this.#kin.of(up) : 0;
      up = up && parentOf(up);
    }
    found.picture = this.#pictureLevel(container);
    return found;
  }

  #shareOf(parent: Parent): Readonly<Share> {
    return this.#shares.get(parent) ?? NOTHING;
  }

  /** Levels up to a small element with a picture. */
  #pictureLevel(container: Parent | null): number {
    let up = container;
    for (let level = 0; level < 3 && up && isElement(up); level++, up = parentOf(up)) {
      if (up.childNodes.length > 12) return NOWHERE;
      let holds = this.#pictures.get(up);
      if (holds === undefined) {
        holds = hasPicture(up);
        this.#pictures.set(up, holds);
      }
      if (holds) return level;
    }
    return NOWHERE;
  }
}

/** Farther into an element than that, a picture is not what the element is for. */
const LOOK_AT = 40;

function hasPicture(root: Parent): boolean {
  let seen = 0;
  let holds = false;
  eachElement(root, ({ tagName }) => {
    holds ||= tagName === 'img' || tagName === 'picture';
    return !holds && ++seen < LOOK_AT;
  });
  return holds;
}
