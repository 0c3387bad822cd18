// A search hit's text: marks are elements built from data, never markup that came from anywhere.
import type { Snippet } from '#contract/types/search.ts';

export function SnippetText({ snippet }: { readonly snippet: Snippet }) {
  return snippet.map(({ text, marked }, index) =>
    // Parts have no other name than their place, and never move.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above.
    marked ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
  );
}
