// That the frame makes the same text of an article as the library did, character by character, and finds the way from
// the text to its nodes and back: highlights would lie beside their words otherwise.
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build, type Rolldown } from 'vite';
import { expect, test } from './test.ts';
import { pageOf } from './window.ts';

const root = resolve(import.meta.dirname, '..', '..');
const fixtures = join(root, 'tests', 'fixtures', 'pages');

const nasty = pageOf(
  'Everything that is awkward',
  `<p>  Two  spaces, a\u00a0hard one, a soft\u00ADhyphen, a\u200Bzero width,\ta tab<br>a break<br/>
   and <b>bold </b> <i> italic</i>,<span></span> 👩‍👩‍👧‍👦 e\u0301 \u202Bאבג\u202C.</p>
  <pre>

  two empty lines before me
\ttab, and   spaces
</pre><table><caption>Caption</caption><tr><th>One</th><td> two <td></td><td>four<br>five</td></tr></table>
  <ul><li>a<ul><li>b</li></ul>c</li><li></li><li> <p>d</p> </li></ul><dl><dt>t<dd>d</dl>
  <figure><img src="x.png" alt="no word of this"><figcaption>Seen <em>below</em></figcaption></figure>
  <blockquote>quoted<hr>after the line</blockquote><p>${'long and on '.repeat(20_000)}</p>
  <details><summary>more</summary>hidden?</details><p>a<div>b</div>c<p>d<!-- e -->f</p>`,
);

test('every page has the same text in the frame as in the library', { tag: '@slow' }, async ({
  lectern,
  page,
  host,
}) => {
  test.setTimeout(240_000);
  const script = await bundle();
  const files = (await readdir(fixtures)).filter((name) => name.endsWith('.html'));
  for (const file of files) await host.lectern('clip', join(fixtures, file));
  await lectern.clipFiles([{ name: 'nasty.html', content: nasty }]);
  await lectern.isClipped('Everything that is awkward');
  const articles = await page.evaluate(async () => {
    const ask = async (name: string, input: object) => {
      const response = await fetch('/rpc', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name, input }),
      });
      return ((await response.json()) as { value: never }).value;
    };
    const { articles: all } = (await ask('articles.list', {})) as {
      articles: { uid: string; title: string }[];
    };
    return Promise.all(
      all.map(async ({ uid, title }) => ({
        uid,
        title,
        text: ((await ask('articles.content', { uid })) as { text: string }).text,
      })),
    );
  });
  expect(articles.length).toBe(files.length + 2);
  for (const { uid, title, text } of articles) {
    await page.goto(`${new URL(page.url()).origin}/#/all/${uid}`);
    await lectern.shows(title);
    const content = lectern.frame.locator('#content');
    await page.frames()[1]?.evaluate(script);
    const found = await content.evaluate(readAll);
    expect(found.text, title).toBe(text);
    expect(found.wrong, title).toEqual([]);
    expect(found.checked, title).toBeGreaterThan(text.length > 0 ? 20 : 0);
  }
});

/** Puts `mapText` into the frame, from the source that the frame's script is built from. */
async function bundle(): Promise<string> {
  const built = (await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(root, 'renderer', 'frame', 'text-map.ts'),
        formats: ['iife'],
        name: 'frameText',
      },
    },
  })) as Rolldown.RolldownOutput[];
  const code = built[0]?.output[0].code ?? '';
  return `${code}; globalThis.frameText = frameText;`;
}

/** Runs in the frame. */
function readAll(content: Element) {
  type Map = {
    text: string;
    rangeOf(start: number, end: number): Range | null;
    offsetOf(node: Node, offset: number): number;
  };
  const { mapText } = (globalThis as unknown as { frameText: { mapText(e: Element): Map } })
    .frameText;
  const map = mapText(content);
  const wrong: string[] = [];
  let checked = 0;
  const step = Math.max(1, Math.floor(map.text.length / 2000));
  for (let at = 0; at < map.text.length; at += step) {
    const letter = map.text[at] as string;
    if (/\s/.test(letter)) continue;
    checked++;
    const range = map.rangeOf(at, at + 1);
    if (range?.toString() !== letter) wrong.push(`${at}: ${letter} is ${range?.toString()}`);
    else if (map.offsetOf(range.startContainer, range.startOffset) !== at) {
      wrong.push(`${at}: ${letter} leads back to another place`);
    }
  }
  const whole = map.rangeOf(0, map.text.length);
  if (whole && map.offsetOf(content, 0) !== 0) wrong.push('the beginning');
  if (map.offsetOf(content, content.childNodes.length) !== map.text.length) wrong.push('the end');
  return { text: map.text, wrong, checked };
}
