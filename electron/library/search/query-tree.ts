// What a query means: the tree between the parser, which knows how people write, and the compiler, which knows SQL.

/** Something an article's title, text or metadata must contain: tokens in a row. */
export interface TextTerm {
  /** A `word` can be several tokens, where they were written together: “don't”, “e-mail”, Chinese. */
  readonly kind: 'word' | 'phrase';
  /** As typed, without quotes and star. */
  readonly text: string;
  /** In the index form; never empty. */
  readonly tokens: readonly string[];
  /** Whether the last token is only the beginning of one. */
  readonly open: boolean;
}

/** Something that must hold of the article. */
export type FilterTerm =
  | { readonly kind: 'tag'; readonly name: string }
  /** A host (`example.org`, its subdomains with it) or one part of hosts (`wikipedia`). */
  | { readonly kind: 'site'; readonly host: string };

export type Term = TextTerm | FilterTerm;

export interface Not {
  readonly kind: 'not';
  readonly of: Term;
}

export interface All {
  readonly kind: 'all';
  readonly of: readonly (Term | Not)[];
}

export const isTextTerm = (term: Term): term is TextTerm =>
  term.kind === 'word' || term.kind === 'phrase';
