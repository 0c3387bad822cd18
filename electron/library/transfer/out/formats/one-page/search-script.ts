// The one script in what we export: it hides the articles of a page in which the words that are typed do not stand, and marks where they do.
// It makes no markup, and asks for nothing. Its hash is in the policy of the page, which lets no other script run.

/** Without comments: it stands in every page. Words are folded as case and accents go; each has to stand in the article. */
export const SEARCH_SCRIPT = `
'use strict';
(() => {
  const fold = (text) => text.normalize('NFKD').replace(/\\p{M}/gu, '').toLowerCase();
  const field = document.getElementById('find');
  const told = document.getElementById('told');
  const articles = [...document.querySelectorAll('article.one')].map((element) => ({
    element,
    entry: document.getElementById('to-' + element.id),
    text: fold(element.textContent),
  }));
  const marks = typeof Highlight === 'function' && CSS.highlights ? new Highlight() : null;
  if (marks) CSS.highlights.set('found', marks);
  const mark = (element, words) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const lower = node.data.toLowerCase();
      if (lower.length !== node.data.length) continue;
      for (const word of words) {
        for (let at = lower.indexOf(word); at >= 0 && marks.size < 2000; at = lower.indexOf(word, at + word.length)) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + word.length);
          marks.add(range);
        }
      }
    }
  };
  const find = () => {
    const typed = field.value.trim();
    const words = fold(typed).split(/\\s+/).filter(Boolean);
    let count = 0;
    if (marks) marks.clear();
    for (const { element, entry, text } of articles) {
      const isFound = words.every((word) => text.includes(word));
      element.hidden = !isFound;
      if (entry) entry.hidden = !isFound;
      if (!isFound) continue;
      count++;
      if (marks && words.length > 0) mark(element, typed.toLowerCase().split(/\\s+/).filter(Boolean));
    }
    told.textContent = words.length === 0 ? '' : count + ' / ' + articles.length;
  };
  let waiting = 0;
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(find, 100);
  });
})();
`;
