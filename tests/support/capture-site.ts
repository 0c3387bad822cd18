// Ten pages that only a browser shows whole, each with words of its own that nothing else on the site has; and pages that mean ill.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SiteRoute } from './local-site.ts';
import { lines, makePdf, wrapped } from './make-pdf.ts';
import * as pictures from './pictures.ts';

/** Enough for an article, around one word that is looked for. */
export const told = (word: string, count = 6): string =>
  Array.from(
    { length: count },
    (_, at) =>
      `<p>On evening ${at + 1} the keeper of Dunmore wrote down the ${word} in his book, as he had done on every evening before, and nobody who read it later could say what he had meant by it.</p>`,
  ).join('\n');

const page = (title: string, body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head>
<body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>${body}</article></body></html>`;

const html = (response: ServerResponse, body: string, headers: Record<string, string> = {}) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
  response.end(body);
};

/** The word by which each page is found, once it is clipped. */
export const words = {
  plain: 'astrolabe',
  lazy: 'bathyscaphe',
  shadow: 'celesta',
  frames: 'dodecahedron',
  selection: 'escritoire',
  login: 'farthingale',
  scripts: 'gyrocompass',
  endless: 'heliograph',
  paywall: 'isinglass',
  pdf: 'jacaranda',
} as const;

const LAZY = `<div style="height:5000px"></div><section id="late"></section>
<img id="lamp" alt="The lamp" width="300" height="200" loading="lazy" src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" data-at="/pictures/late.png">
<script>
  new IntersectionObserver((entries, observer) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    document.getElementById('lamp').src = document.getElementById('lamp').dataset.at;
    document.getElementById('late').innerHTML = ${JSON.stringify(told(words.lazy))};
  }).observe(document.getElementById('lamp'));
</script>`;

const SHADOW = `<log-book><p slot="end">What is slotted comes last: the quoin.</p></log-book>
<script>
  customElements.define('log-book', class extends HTMLElement {
    constructor() {
      super();
      this.attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(`${told(words.shadow)}<slot name="end"></slot>`)};
    }
  });
</script>`;

const ENDLESS = `<div id="posts">${told('post')}</div>
<script>
  let count = 0;
  const more = () => {
    const one = document.createElement('p');
    one.style.minHeight = '400px';
    one.textContent = 'Entry ' + ++count + ' of the log of Dunmore tells of the ${words.endless} once more, as every entry before it did, and of the fog.';
    document.getElementById('posts').append(one);
  };
  for (let at = 0; at < 5; at++) more();
  addEventListener('scroll', () => { if (scrollY + innerHeight * 2 > document.documentElement.scrollHeight) for (let at = 0; at < 5; at++) more(); });
</script>`;

const FORM = `<form><label>Name <input name="name" value="typed-by-nobody"></label><input type="hidden" name="token" value="hidden-token">
<input type="password" value="secret-word"><textarea>draft-of-a-comment</textarea></form><script>const reader = 'reader-of-this-page';</script>`;

const picture =
  (needsLogin: boolean, seed: number): SiteRoute =>
  (request, response) => {
    if (needsLogin && !isLoggedIn(request)) {
      response.writeHead(403).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'image/png' });
    response.end(pictures.png(300, 200, seed));
  };

const isLoggedIn = ({ headers }: IncomingMessage): boolean =>
  /\bwho=keeper\b/.test(headers.cookie ?? '');

const LOGIN = `<!doctype html><html lang="en"><title>Log in to read on</title><body><h1>Log in to continue reading</h1>
<form method="post" action="/members"><input name="user" aria-label="User"><input type="password" name="word" aria-label="Password"><button>Log in</button></form></body></html>`;

const PDF = makePdf({
  pages: [
    {
      content: lines(
        wrapped(`The log of Dunmore, printed. ${told(words.pdf).replaceAll(/<[^>]+>/g, '')}`, 400),
        60,
        700,
      ),
    },
  ],
  info: { Title: 'The printed log' },
});

export const captureRoutes: Readonly<Record<string, SiteRoute>> = {
  '/plain': page(
    'The plain log',
    `${told(words.plain)}${FORM}<img src="/pictures/plain.png" srcset="/pictures/plain.png 300w, /pictures/large.png 2400w" sizes="300px" alt="The plain">`,
  ),
  '/lazy': page('The lazy log', LAZY),
  '/shadow': page('The shadow log', SHADOW),
  '/frames': page(
    'The framed log',
    `<p>What is told here stands in a frame.</p><iframe src="/inside/frame" width="600" height="400"></iframe>`,
  ),
  '/inside/frame': page('Inside', `${told(words.frames)}<a href="further">Further</a>`),
  '/selection': page(
    'The long log',
    `${told('barometer')}<p id="chosen">Only this: the ${words.selection} under the window.</p>${told('thermometer')}`,
  ),
  '/members': (request, response) => {
    if (request.method === 'POST') {
      response.writeHead(303, {
        location: '/members',
        'set-cookie': 'who=keeper; Path=/; HttpOnly; Max-Age=86400',
      });
      response.end();
    } else if (isLoggedIn(request)) {
      html(
        response,
        page(
          'The members’ log',
          `${told(words.login)}<img src="/members/lamp.png" alt="For members">`,
        ),
      );
    } else html(response, LOGIN);
  },
  '/members/lamp.png': picture(true, 3),
  '/scripts': page(
    'The made log',
    `<div id="root"></div><script>document.getElementById('root').innerHTML = ${JSON.stringify(told(words.scripts))};</script>`,
  ),
  '/endless': page('The endless log', ENDLESS),
  '/paywall': page(
    'The walled log',
    `${told(words.paywall)}<div style="position:fixed;inset:0;background:#fff" role="dialog"><p>Subscribe to read on. One month is free.</p><button>Subscribe</button></div>`,
  ),
  '/log.pdf': (_, response) => {
    response.writeHead(200, { 'content-type': 'application/pdf' });
    response.end(PDF);
  },
  '/pictures/plain.png': picture(false, 1),
  '/pictures/large.png': picture(false, 4),
  '/pictures/late.png': picture(false, 2),
};
