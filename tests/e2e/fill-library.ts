// Fills a library with many short articles: `node tests/e2e/fill-library.ts DIR COUNT`. A process of its own, since the
// test runner does not resolve the library's aliases.
import { fillLibrary } from '../bench/big-library.ts';

const [dir = '', count = '0'] = process.argv.slice(2);
const things = ['lamp', 'river', 'desk', 'harbour', 'garden', 'letter', 'winter', 'paper'];
const thing = (n: number) => things[n % things.length];

await fillLibrary(
  dir,
  {
    queries: () => ({}),
    article: (i) => ({
      title: `Article ${i} on the ${thing(i)}`,
      author: `Author ${i % 90}`,
      site: `site${i % 50}.example`,
      lang: 'en',
      text: Array.from({ length: 30 }, (_, n) => `the ${thing(i * n + n)}`).join(' '),
    }),
  },
  Number(count),
);
