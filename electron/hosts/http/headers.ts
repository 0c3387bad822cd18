// The one place where responses get their security headers: whatever a route does, nothing leaves without them.

/** What a response is, which decides what it may do in a browser. */
export type ResponseKind =
  /** The window's page; the nonce is for the one style element that react-aria makes. */
  | { readonly kind: 'window'; readonly nonce: string }
  /** A document of the article frame, with a policy of its own from article-page.ts. */
  | { readonly kind: 'article'; readonly origin: string }
  /** A document to be printed, with a policy of its own from print-page.ts. */
  | { readonly kind: 'print' }
  /** A picture or font that the frame shows; its origin is opaque, so to it our own files are another site's. */
  | { readonly kind: 'picture' }
  | { readonly kind: 'svg' }
  | { readonly kind: 'font' }
  /** What a script of the frame fetches: a PDF to be drawn, tables of pdfjs. */
  | { readonly kind: 'data' }
  /** Everything else: scripts, styles, JSON, sentences. */
  | { readonly kind: 'other' };

const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Sets the headers on a response in place. */
export function seal(response: Response, kind: ResponseKind): Response {
  const { headers } = response;
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'no-referrer');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', isForFrame(kind) ? 'cross-origin' : 'same-origin');
  headers.set('x-dns-prefetch-control', 'off');
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), usb=()');
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  // Fonts are always asked for across origins; here by a document whose origin is `null`.
  if (kind.kind === 'font' || kind.kind === 'data') headers.set('access-control-allow-origin', '*');
  const policy = policyOf(kind);
  // A document of an article brings its own; its errors do not.
  const bringsOwn = kind.kind === 'article' || kind.kind === 'print';
  if (!bringsOwn || !headers.has('content-security-policy')) {
    headers.set('content-security-policy', policy);
  }
  return response;
}

function policyOf(kind: ResponseKind): string {
  switch (kind.kind) {
    case 'window':
      return [
        "default-src 'none'",
        "script-src 'self'",
        `style-src 'self' 'nonce-${kind.nonce}'`,
        "font-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "frame-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ].join('; ');
    case 'article':
      return `sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors ${kind.origin}`;
    case 'svg':
      // Opened by itself it would be a document: without scripts, network or origin.
      return `sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
    case 'print':
    case 'picture':
    case 'font':
    case 'data':
    case 'other':
      return NOTHING;
  }
}

const isForFrame = ({ kind }: ResponseKind) =>
  kind === 'picture' || kind === 'svg' || kind === 'font' || kind === 'data';
