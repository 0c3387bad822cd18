// A few whole pages, short, with words that occur nowhere else.

/** @param words a sentence that only this page has */
export function articlePage(title: string, words: string): string {
  const paragraph =
    'The lamp above the reading desk was lit every evening, long before the days grew short, and it stayed lit until the last reader had gone home.';
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title><meta name="author" content="Ann Author"></head>
<body>
<article>
<h1>${title}</h1>
<p>${paragraph}</p>
<p>${words}</p>
<p>${paragraph} ${paragraph}</p>
</article>
</body>
</html>
`;
}
