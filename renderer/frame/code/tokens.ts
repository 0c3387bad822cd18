// Which characters of a piece of code are what: read from the highlighter's markup, which never becomes a document.

/** Each has a colour in every theme. */
export const tokenKinds = ['word', 'text', 'number', 'name', 'type', 'comment'] as const;
export type TokenKind = (typeof tokenKinds)[number];

export interface Token {
  readonly kind: TokenKind;
  /** UTF-16 units of the code. */
  readonly start: number;
  readonly end: number;
}

/** By the highlighter's own names; what is not here has the colour of the text. */
const kindOf: ReadonlyMap<string, TokenKind | null> = new Map<string, TokenKind | null>([
  // What is put into a string is code again.
  ['subst', null],
  ['keyword', 'word'],
  ['selector-tag', 'word'],
  ['name', 'word'],
  ['doctag', 'word'],
  ['template-tag', 'word'],
  ['string', 'text'],
  ['regexp', 'text'],
  ['char', 'text'],
  ['link', 'text'],
  ['addition', 'text'],
  ['number', 'number'],
  ['literal', 'number'],
  ['symbol', 'number'],
  ['bullet', 'number'],
  ['meta', 'number'],
  ['deletion', 'number'],
  ['variable.constant', 'number'],
  ['title', 'name'],
  ['section', 'name'],
  ['attr', 'name'],
  ['attribute', 'name'],
  ['property', 'name'],
  ['selector-id', 'name'],
  ['selector-class', 'name'],
  ['type', 'type'],
  ['built_in', 'type'],
  ['title.class', 'type'],
  ['variable.language', 'type'],
  ['selector-pseudo', 'type'],
  ['selector-attr', 'type'],
  ['comment', 'comment'],
]);

const PIECE = /<span class="([^"]*)">|<\/span>|&(?:amp|lt|gt|quot|#x27);|[^<&]+/g;

/** @param markup text, its `& < > " '` written as entities, in nested `span`s with a class */
export function tokensOf(markup: string): Token[] {
  const tokens: Token[] = [];
  /** The kinds of the elements that are open, the innermost last. */
  const open: (TokenKind | null)[] = [];
  let at = 0;
  let start = 0;
  const close = () => {
    const kind = open.at(-1);
    if (kind && at > start) tokens.push({ kind, start, end: at });
    start = at;
  };
  for (const [piece, names] of markup.matchAll(PIECE)) {
    if (names !== undefined) {
      close();
      const kind = kindNamed(names);
      open.push(kind === undefined ? (open.at(-1) ?? null) : kind);
    } else if (piece === '</span>') {
      close();
      open.pop();
    } else at += piece.startsWith('&') ? 1 : piece.length;
  }
  close();
  return tokens;
}

/** `hljs-title class_ inherited__` is a `title.class`, and so a type. @returns undefined for the colour around it */
function kindNamed(names: string): TokenKind | null | undefined {
  const [first = '', second = ''] = names.split(' ');
  // Code of another language within this one stands as if alone.
  if (!first.startsWith('hljs-')) return null;
  const name = first.slice('hljs-'.length);
  const finer = `${name}.${second.replace(/_+$/, '')}`;
  return kindOf.has(finer) ? kindOf.get(finer) : kindOf.get(name);
}
