// How a window in a browser talks with the web host. This comment is the protocol; renderer/lib/http-wire.ts is its other side.
//
// Getting in
//   The host prints http://127.0.0.1:PORT/?token=TOKEN. GET /?token=TOKEN sets a cookie (HttpOnly, SameSite=Strict) and
//   redirects to /. Everything under "The window" needs that cookie: without it the answer is 401 with a sentence.
//   The Host header must be 127.0.0.1:PORT or localhost:PORT, else 421. Requests that another site caused are refused (403).
//
// The window
//   GET /            index.html, with these two lines put at the beginning of its head:
//                      <meta name="lectern-host" content='{"articleBase":"/article/CAP/","assetBase":"/asset/CAP/",…}'>  (a HostSession)
//                      <meta property="csp-nonce" content="…">   (react-aria reads it for the one style element it makes)
//   GET /print/UID   the whole article as a page to be printed, for a tab of its own (../print-page.ts). Top-level, so the cookie
//                    reaches it and no secret stands in the address bar; sandboxed, its pictures and fonts come by CAP.
//                    Any other path that is no file of the built window and none of the endpoints below answers the same,
//                    so that a reload inside a route works, /tag/node.js included. Under /assets/ that is 404.
//   GET /export/FILE the file that a call of exports.run with `to: null` answered with: saved by the browser, and gone once it was sent.
//   GET /assets/…    the files of the built window, as they are in out/renderer.
//
// POST /rpc         one call; Content-Type must be application/json, Origin the host's own (browsers add it).
//   request          {"name":"search.run","input":{"text":"…"}}
//   reply            {"ok":true,"value":…} or {"ok":false,"error":{"code","message","details"}}, always with status 200 when
//                    the library was asked. A call without a value (z.void()) has no "value".
//   refusals         by the host itself have the same body with ok:false and a status: 400 invalid_input (no JSON),
//                    401, 403 not_allowed, 413 too_large, 415 unsupported_type, 421 not_allowed, 503 host_gone.
//                    A call that only callers on this machine may make, or with such an input (isLocalOnly), is refused by not_allowed, 403.
//   bytes            Uint8Array anywhere in input or value stands as {"$bytes":"<base64>"}.
//   cancel           abort the fetch: the handler's signal aborts.
//   gone             a fetch that fails (network error) means host_gone.
//
// GET /events       text/event-stream. First `retry: 500` and the comment `: ready`; then per event one `data: {LibraryEvent}`
//                    without an event name or id; a comment every 15 s keeps it open. Events and replies of /rpc travel apart:
//                    either may come first. After a reconnect (EventSource "open" for the second time) events may have been
//                    missed: take everything for stale.
//
// The article frame (opaque origin, no cookie reaches it, so its URLs hold CAP, a secret made anew at each start)
//   GET /article/CAP/UID          the document made by ../article-page.ts, for <iframe sandbox="allow-scripts">. What follows
//                                 ? or # is left to the frame's script.
//   GET /asset/CAP/ASSETNAME      a stored picture: immutable, nosniff. Also for thumbnails in lists.
//   GET /font/CAP/FILE.woff2      a font that the frame's style names.

//   GET /pages/CAP/UID            the document made by ../pages-document.ts, which shows a PDF page by page.
//   GET /original/CAP/UID         the document made by ../original-page.ts, which shows the page as it was saved, for
//                                 <iframe sandbox="">; with ?version=SNAPSHOT that version of it.
//   GET /left-out/CAP/UID         the document made by ../left-out-document.ts, which shows what of its page the article does not
//                                 hold, for <iframe sandbox="allow-scripts">.
//   GET /pdf/CAP/UID              the PDF itself; GET /table/CAP/FOLDER/FILE what pdfjs needs to draw it.

/** What the window is told of its host, in `<meta name="lectern-host">`. They end with a slash. */
export interface HostSession {
  readonly articleBase: string;
  readonly assetBase: string;
  readonly pagesBase: string;
  readonly originalBase: string;
  readonly leftOutBase: string;
}

export interface RpcRequest {
  readonly name: string;
  readonly input: unknown;
}

/** Bytes need about 4/3 of their size as base64: room for a file of 200 MB with its companions named beside it. */
export const MAX_BODY_BYTES = 280 * 1024 * 1024;

/** How long a browser waits before it opens the event stream again, in milliseconds. */
export const EVENTS_RETRY_MS = 500;

/** Comments in the event stream, so that neither side takes a quiet library for a dead one. */
export const EVENTS_HEARTBEAT_MS = 15_000;
