// The tags and words of an HTML file as it comes in, one after the other. A list of bookmarks is markup of the nineties whose
// elements are never closed: it is read as a list of tags, without a tree that could grow with it.
import { Tokenizer } from 'htmlparser2';

export type HtmlToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Attributes }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  /** The file ends within a tag. */
  | { readonly kind: 'cut' };

/** By name in small letters; the first of a name counts. */
export type Attributes = ReadonlyMap<string, string>;

/** Characters kept of what came before: names are shorter, and of one that is longer its end will do. */
const KEPT = 4096;

/** In lots, one for each piece of text that came in. */
export async function* htmlTokens(
  chunks: AsyncIterable<string>,
): AsyncGenerator<readonly HtmlToken[]> {
  let tokens: HtmlToken[] = [];
  let text = '';
  /** Where `text` begins in the whole file. */
  let offset = 0;
  let name = '';
  let attributes = new Map<string, string>();
  let attribute = '';
  let value: string[] = [];
  const section = (start: number, end: number): string =>
    text.slice(Math.max(0, start - offset), end - offset);
  const open = (): void => {
    tokens.push({ kind: 'open', name, attributes });
  };
  const ignore = (): void => {};
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      onopentagname(start, end) {
        name = section(start, end).toLowerCase();
        attributes = new Map();
      },
      onattribname(start, end) {
        attribute = section(start, end).toLowerCase();
        value = [];
      },
      onattribdata: (start, end) => value.push(section(start, end)),
      onattribentity: (code) => value.push(String.fromCodePoint(code)),
      onattribend() {
        if (!attributes.has(attribute)) attributes.set(attribute, value.join(''));
      },
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag(start, end) {
        tokens.push({ kind: 'close', name: section(start, end).toLowerCase() });
      },
      ontext(start, end) {
        tokens.push({ kind: 'text', text: section(start, end) });
      },
      ontextentity(code) {
        tokens.push({ kind: 'text', text: String.fromCodePoint(code) });
      },
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
    },
  );
  const taken = (): readonly HtmlToken[] => {
    const lot = tokens;
    tokens = [];
    return lot;
  };
  for await (const chunk of chunks) {
    // A name or an entity may have begun in a piece before.
    const past = text.slice(-KEPT);
    offset += text.length - past.length;
    text = past + chunk;
    tokenizer.write(chunk);
    yield taken();
  }
  tokenizer.end();
  if (text.lastIndexOf('<') > text.lastIndexOf('>')) tokens.push({ kind: 'cut' });
  yield taken();
}
