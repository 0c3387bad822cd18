// What was typed and is not in the library yet, kept in the window's own storage: it outlives the library's process,
// the window and the machine's next start.

/** A part of Storage, which may be switched off or full. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface Draft {
  readonly text: string;
  /** Whether the library still holds what the draft was begun from: then nothing is overwritten by saving it. */
  readonly fits: boolean;
}

const PREFIX = 'lectern.draft.';

/** @param name what the text belongs to @param saved what the library holds of it */
export function keepDraft(store: DraftStore, name: string, text: string, saved: string): void {
  try {
    store.setItem(PREFIX + name, JSON.stringify([fingerprint(saved), text]));
  } catch {
    // Full or switched off: what is on screen is all there is, and it is saved as soon as it can be.
  }
}

export function dropDraft(store: DraftStore, name: string): void {
  try {
    store.removeItem(PREFIX + name);
  } catch {
    // Where nothing can be removed nothing was kept.
  }
}

/** @returns null where there is none, or where it says what the library says */
export function findDraft(store: DraftStore, name: string, saved: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(store.getItem(PREFIX + name) ?? 'null');
    if (!Array.isArray(kept)) return null;
    const [begun, text] = kept as unknown[];
    if (typeof text !== 'string' || text === saved) return null;
    return { text, fits: begun === fingerprint(saved) };
  } catch {
    return null;
  }
}

/** Tells two texts apart without keeping both. FNV-1a. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return `${text.length}.${(hash >>> 0).toString(36)}`;
}
