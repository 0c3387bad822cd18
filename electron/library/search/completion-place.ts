// What stands at the caret of a query: which field's value, or which word, and what of it is typed already.
import { isName } from './fields/field-table.ts';
import { QueryCursor } from './query-cursor.ts';

export interface CompletionPlace {
  /** The name before the colon, or before the bracket around; null for a word by itself. */
  readonly field: string | null;
  /** What stands before the caret, without a quotation mark. */
  readonly typed: string;
  /** What a completion takes the place of, quotation marks included. */
  readonly from: number;
  readonly to: number;
}

/**
 * @param caret offset in the text, 0 to its length
 * @returns null where the caret stands at nothing that is being typed
 */
export function placeAt(text: string, caret: number): CompletionPlace | null {
  const cursor = new QueryCursor(text);
  /** Names of the brackets that are open; null for those without. */
  const groups: (string | null)[] = [];
  while (!cursor.atEnd() && cursor.at <= caret) {
    const group = groups.at(-1) ?? null;
    cursor.takeMinus();
    if (cursor.takeOpening()) {
      groups.push(group);
      continue;
    }
    if (groups.length > 0 && cursor.takeClosing()) {
      groups.pop();
      continue;
    }
    const name = cursor.takeName(isName);
    if (name === 'near') cursor.takeNumberBeforeBracket();
    if (name !== null && cursor.takeOpening()) {
      groups.push(name);
      continue;
    }
    const from = cursor.at;
    const isQuoted = cursor.takeQuoted() !== null;
    if (!isQuoted) cursor.takeWord(groups.length > 0);
    if (caret < from || caret > cursor.at) continue;
    return {
      field: name ?? group,
      from,
      to: cursor.at,
      typed: text.slice(from + Number(isQuoted), caret),
    };
  }
  return null;
}
