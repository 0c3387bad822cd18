// Where nothing holds what was typed, what it most likely was meant to be is searched for as well, and said to be so: the
// reader sees it without having to ask. What was typed still finds nothing, and counts as that.
import type { SearchPage } from '#contract/types/search.ts';
import { isNothing, type PageAsked, search } from './search-page.ts';
import { type Asking, findSuggestions } from './suggestions.ts';

export function searchWithHelp(context: Asking, text: string, asked: PageAsked): SearchPage {
  const page = search(context, text, asked);
  return { ...page, instead: isNothing(page) ? searchInstead(context, text, asked) : null };
}

function searchInstead(context: Asking, text: string, asked: PageAsked): SearchPage['instead'] {
  const [suggestion] = findSuggestions(context, text, { most: 1, onlySpelling: true });
  if (!suggestion) return null;
  const { hits } = search(context, suggestion.text, asked);
  return { suggestion, hits };
}
