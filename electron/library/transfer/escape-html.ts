// Text on its way into HTML or XML that we write ourselves, and back.

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);

const SIGNS = new Map(Object.entries(ESCAPES).map(([sign, written]) => [written, sign]));

/** @param text as escapeHtml leaves it */
export const unescapeHtml = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (written) => SIGNS.get(written) ?? written);
