// Words that the window says stand in its catalogue, never in its code: otherwise no translation finds them.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';

const renderer = resolve(import.meta.dirname, '..', '..', 'renderer');

interface SyntaxNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value;

/** Attributes and properties that a person sees or hears. */
const SAID =
  /^(aria-(label|description|valuetext|roledescription|placeholder)|alt|title|label|placeholder|hint|detail|text|heading)$/;
const WORD = /\p{L}{2,}/u;
/** Two words, the first with a capital: a sentence, wherever it stands. Class names and selectors have none. */
const SENTENCE = /^\p{Lu}\p{Ll}*['’]?\p{Ll}* \p{L}/u;

/** What is thrown or logged is for the log: the window says its own words for a code. */
const isForTheLog = (node: SyntaxNode): boolean =>
  (node.type === 'NewExpression' || node.type === 'CallExpression') &&
  /^(Error|LibraryError|RangeError|TypeError|console)$/.test(nameOf(node.callee));

function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'MemberExpression') return nameOf(node.object);
  const { name } = node;
  return typeof name === 'string' ? name : nameOf(name);
}

function literal(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'JSXExpressionContainer') return literal(node.expression);
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : '';
  if (node.type === 'TemplateElement') return (node.value as { raw: string }).raw;
  if (node.type !== 'TemplateLiteral') return '';
  return (node.quasis as SyntaxNode[]).map(literal).join(' ');
}

/** The words of one file that are not in the catalogue. */
function wordsIn(name: string, code: string): string[] {
  const { program, errors } = parseSync(name, code);
  expect(errors).toEqual([]);
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one);
    if (!isNode(node) || isForTheLog(node) || node.type === 'ImportDeclaration') return;
    const { type } = node;
    if (type === 'JSXText' && WORD.test(String(node.value))) found.push(String(node.value).trim());
    if ((type === 'JSXAttribute' || type === 'Property') && isSaid(node)) {
      const said = literal(node.value);
      if (WORD.test(said)) {
        found.push(said);
        return;
      }
    } else if (SENTENCE.test(literal(node))) found.push(literal(node));
    for (const [key, child] of Object.entries(node)) if (key !== 'parent') visit(child);
  };
  visit(program);
  return found;
}

const isSaid = (node: SyntaxNode): boolean =>
  SAID.test(node.type === 'Property' ? nameOf(node.key) : nameOf(node.name));

it('sees words in code', () => {
  const code = `
    const a = <p>Hello</p>;
    const b = <img alt="A boat" />;
    const c = { title: 'gone' };
    const d = t('actions.close') + 'Try again';
    const e = <p title={\`more \${n}\`}>{t('list.count')}</p>;
    throw new Error('Not for people');`;
  expect(wordsIn('planted.tsx', code)).toEqual(['Hello', 'A boat', 'gone', 'Try again', 'more  ']);
});

it('finds no words in the code of the window', () => {
  const found = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .flatMap((name) =>
      wordsIn(name, readFileSync(join(renderer, name), 'utf8')).map((words) => `${name}: ${words}`),
    );
  expect(found).toEqual([]);
});
