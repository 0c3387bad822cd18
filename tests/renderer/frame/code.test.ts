// Code: which characters are what, by the language that the page names, or that can be told for sure.
import { describe, expect, it } from 'vitest';
import { guessLanguage } from '../../../renderer/frame/code/guess-language.ts';
import { languageNamed, markUp } from '../../../renderer/frame/code/languages.ts';
import { tokensOf } from '../../../renderer/frame/code/tokens.ts';

const read = (code: string, language: string) =>
  tokensOf(markUp(code, language)).map(
    ({ kind, start, end }) => `${kind}: ${code.slice(start, end)}`,
  );

describe('tokens', () => {
  it('stand where the code has them, whatever signs stand in it', () => {
    expect(read(`if (a < b && c > "d & 'e'") // <f>`, 'js')).toEqual([
      'word: if',
      `text: "d & 'e'"`,
      'comment: // <f>',
    ]);
  });

  it('within others part them', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the code that is read.
    expect(read('const a = `x ${b(1)} y`;', 'ts')).toEqual([
      'word: const',
      'text: `x ',
      'number: 1',
      'text:  y`',
    ]);
  });

  it('of classes are types, of functions names', () => {
    expect(read('class Lamp(Thing):\n    def lit(self): return None', 'python')).toEqual([
      'word: class',
      'type: Lamp',
      'type: Thing',
      'word: def',
      'name: lit',
      'word: return',
      'number: None',
    ]);
  });

  it.each([
    'a & b &amp; <span class="hljs-keyword">&quot;</span> </span>',
    '\u202e\u0000😀e\u0301 &#x27; \r\n',
  ])('keep to the code when it looks like markup: %j', (code) => {
    for (const { start, end } of tokensOf(markUp(code, 'html'))) {
      expect(start).toBeLessThan(end);
      expect(end).toBeLessThanOrEqual(code.length);
    }
  });
});

describe('a language', () => {
  it.each(['js', 'TypeScript', 'py', 'c++', 'c#', 'sh', 'html', 'yml', 'toml', 'scss', 'golang'])(
    'is known as %s',
    (name) => expect(languageNamed(name)).toBe(name),
  );

  it.each(['klingon', 'text', 'constructor', '__proto__'])('is not known as %s', (name) =>
    expect(languageNamed(name)).toBeNull(),
  );

  it.each([
    ['python', 'import os\n\ndef main(path):\n    print(path)\n'],
    ['python', 'import json\n\ndata = json.load(open("x"))\nprint(data)'],
    ['json', '{\n  "name": "lectern",\n  "tags": ["a", "b", null]\n}'],
    ['sql', 'SELECT name, count(*)\nFROM article\nGROUP BY name;'],
    ['rust', 'fn main() {\n    let mut total = 0;\n    println!("{}", total);\n}'],
    ['go', 'package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println(1)\n}'],
    ['css', '.reader {\n  display: flex;\n  color: #333;\n}'],
    ['xml', '<!doctype html>\n<title>x</title>\n<p class="a">Hello</p>'],
    ['javascript', 'export function lamp(a) {\n  const c = a.map((n) => n * 2);\n  return c;\n}'],
    ['typescript', 'interface Lamp {\n  readonly name: string;\n}'],
    ['java', 'public class Lamp {\n  private int count;\n}'],
    ['c', '#include <stdio.h>\n\nint main(void) {\n  return 0;\n}'],
    ['bash', '#!/bin/sh\nset -e\necho "$f"'],
    ['diff', '--- a/x.txt\n+++ b/x.txt\n@@ -1,3 +1,3 @@\n one\n-two\n+three'],
    ['shell', '$ npm install\nadded 12 packages'],
  ])('is told by its looks: %s', (language, code) => {
    expect(guessLanguage(code)).toBe(language);
  });

  it.each([
    'The sea is calm tonight.\nThe tide is full, the moon lies fair\nUpon the straits; on the French coast the light\nGleams and is gone; the cliffs of England stand,\nGlimmering and vast, out in the tranquil bay.',
    'total 12\n-rw-r--r-- 1 ann ann  220 Jan  1 09:00 notes.txt\n-rw-r--r-- 1 ann ann 3771 Jan  1 09:00 letter.txt',
    'npm install',
    'If it is true, then let the new class begin; while we wait,\nselect one from the list where names are, and import\nwhat is not null. This is the end of the public function.',
    'src/\n  main.ts\n  app/\n    index.html\npackage.json',
    '2024-01-02 10:00:01 INFO started on port 8080\n2024-01-02 10:00:02 ERROR could not open "x.txt": not found',
    '+-----+-----+\n|  a  |  b  |\n+-----+-----+',
  ])('is not told from %j', (text) => {
    expect(guessLanguage(text)).toBeNull();
  });
});
