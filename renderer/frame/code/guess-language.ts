// What language a piece of code is in where its page does not say, by signs that nothing else has: the highlighter's own
// guess takes a letter with "if", "while" and "return" in it for TypeScript. Wrong colours are worse than none.

/** In this order; all signs of one must be there. */
const signs: readonly (readonly [language: string, ...signs: readonly RegExp[]])[] = [
  ['bash', /^#!.*\b(?:ba|z|da|k)?sh\b/],
  ['python', /^#!.*\bpython/],
  ['javascript', /^#!.*\b(?:node|deno|bun)\b/],
  ['php', /^\s*<\?php\b/],
  ['xml', /^\s*<(?:!doctype html|\?xml|html|svg|head|body|div|script|template)\b/i, />\s*$/],
  ['diff', /^(?:diff --git|--- \S)/m, /^@@ -\d/m],
  ['shell', /^\$ \w/, /\n/],
  ['c', /^\s*#include <\w+\.h>/m],
  ['cpp', /^\s*#include <\w+>/m],
  ['go', /^package \w+\s*$/m, /^(?:import|func|type|var)\b/m],
  ['rust', /\bfn \w+[(<]/, /\blet (?:mut )?\w+|\w!\(|-> \w|&(?:mut |self\b)/],
  [
    'java',
    /\b(?:public|private|protected) (?:static |final )*(?:class|void|int|String)\b/,
    /;\s*$/m,
  ],
  ['python', /^\s*(?:def|class) \w+.*:\s*(?:#.*)?$/m],
  ['python', /^(?:from [\w.]+ )?import [\w.]+/m, /^\w[\w.]* = |^\w[\w.]*\(.*\)$/m, /^[^;{]*$/],
  [
    'sql',
    /^\s*(?:SELECT\b[\s\S]*\bFROM|INSERT INTO|CREATE TABLE|UPDATE\b[\s\S]*\bSET|DELETE FROM)\b/,
  ],
  [
    'typescript',
    /^\s*(?:export )?(?:interface|type|enum) \w+[^;]*[={]/m,
    /:\s*(?:string|number|boolean)\b/,
  ],
  ['javascript', /\b(?:const|let|var) [\w{[]|\bfunction\b.*\(/, /=>|\{\s*$|\);?\s*$/m, /[;}]\s*$/],
  ['css', /^\s*(?:@media|@import|[.#:\w][^{};\n]*\{\s*$)/m, /^\s*[a-z-]+:\s*[^;]+;\s*$/m, /\}\s*$/],
];

/** Enough to tell a language by. */
const SAMPLE_LENGTH = 4000;

/** @returns a language that the highlighter knows; null where it is not sure */
export function guessLanguage(code: string): string | null {
  if (isJson(code)) return 'json';
  const sample = code.slice(0, SAMPLE_LENGTH);
  if (!sample.trim().includes('\n')) return null;
  const found = signs.find(([, ...patterns]) => patterns.every((pattern) => pattern.test(sample)));
  return found?.[0] ?? null;
}

function isJson(code: string): boolean {
  if (!/^\s*[[{]\s*["[{]/.test(code)) return false;
  try {
    JSON.parse(code);
    return true;
  } catch {
    return false;
  }
}
