// Saves a text while it is being typed: to the window's own storage at once, to the library a little later, and again
// for as long as the library cannot be reached.
import type { ErrorCode } from '#contract/errors.ts';
import { type DraftStore, dropDraft, findDraft, keepDraft } from './drafts.ts';
import { asProblem, isCancelled } from './error-text.ts';

export type KeeperState =
  | { readonly kind: 'saved' }
  /** Typed, and on its way. */
  | { readonly kind: 'unsaved' }
  /** Typed before and never saved; the library holds something else meanwhile. Nothing is saved until somebody chooses. */
  | { readonly kind: 'found' }
  /** Kept here, but not in the library. */
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string };

interface KeeperOptions {
  /** What the text belongs to, for the storage. */
  readonly name: string;
  /** What the library holds. */
  readonly saved: string;
  readonly store: DraftStore;
}

interface KeeperServices {
  save(text: string): Promise<unknown>;
  onChange(): void;
}

const SAVE_AFTER_MS = 600;
const RETRY_AFTER_MS = 1000;
/** Longer texts are not written to the storage at every letter: that would hold up typing. */
const LONG = 50_000;
const KEEP_LONG_AFTER_MS = 300;

export class TextKeeper {
  text: string;
  state: KeeperState = { kind: 'saved' };
  private saved: string;
  private isSaving = false;
  private saveTimer: ReturnType<typeof setTimeout> | undefined;
  private keepTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly options: KeeperOptions;
  private services: KeeperServices | null = null;

  constructor(options: KeeperOptions) {
    this.options = options;
    this.saved = options.saved;
    const draft = findDraft(options.store, options.name, options.saved);
    this.text = draft?.text ?? options.saved;
    if (draft) this.state = { kind: draft.fits ? 'unsaved' : 'found' };
  }

  /** Who saves, from now on; what was found and never saved is saved at once. */
  serve(services: KeeperServices): void {
    const isFirst = this.services === null;
    this.services = services;
    if (isFirst && this.state.kind === 'unsaved') this.saveIn(0);
  }

  typed(text: string): void {
    this.text = text;
    this.state = { kind: 'unsaved' };
    if (text.length < LONG) this.keep();
    else this.keepTimer ??= setTimeout(() => this.keep(), KEEP_LONG_AFTER_MS);
    this.saveIn(SAVE_AFTER_MS);
    this.services?.onChange();
  }

  /** What the library says now, as after an Undo; what was typed meanwhile goes before it. */
  heard(saved: string): void {
    if (this.isSaving || saved === this.saved) return;
    const isUntouched = this.text === this.saved && this.state.kind === 'saved';
    this.saved = saved;
    if (!isUntouched) return;
    this.text = saved;
    this.services?.onChange();
  }

  /** For a draft that was found: keeps it. */
  accept(): void {
    this.typed(this.text);
  }

  /** Goes back to what the library holds. */
  discard(): void {
    clearTimeout(this.saveTimer);
    clearTimeout(this.keepTimer);
    this.keepTimer = undefined;
    dropDraft(this.options.store, this.options.name);
    this.text = this.saved;
    this.state = { kind: 'saved' };
    this.services?.onChange();
  }

  /** Before the text goes out of sight. */
  leave(): void {
    if (this.keepTimer !== undefined) this.keep();
    if (this.saveTimer !== undefined) void this.saveNow();
  }

  /** Writes down what is not in the storage yet, as when the window is closed. */
  readonly keep = (): void => {
    clearTimeout(this.keepTimer);
    this.keepTimer = undefined;
    if (this.text !== this.saved) {
      keepDraft(this.options.store, this.options.name, this.text, this.saved);
    }
  };

  private saveIn(milliseconds: number): void {
    clearTimeout(this.saveTimer);
    this.saveTimer = setTimeout(() => void this.saveNow(), milliseconds);
  }

  private async saveNow(): Promise<void> {
    clearTimeout(this.saveTimer);
    this.saveTimer = undefined;
    if (this.isSaving) return;
    const { text } = this;
    this.isSaving = true;
    try {
      if (text !== this.saved) await this.services?.save(text);
      this.saved = text;
      this.isSaving = false;
      if (this.text === text) {
        dropDraft(this.options.store, this.options.name);
        this.state = { kind: 'saved' };
      } else this.saveIn(SAVE_AFTER_MS);
    } catch (error) {
      this.isSaving = false;
      if (this.text !== text) {
        // What failed is not what stands there now.
        this.saveIn(SAVE_AFTER_MS);
        return;
      }
      const { code, message } = asProblem(error);
      this.state = { kind: 'failed', code, message };
      // The library was away: the next call waits until it is there again.
      if (code === 'host_gone' || isCancelled(error)) this.saveIn(RETRY_AFTER_MS);
    }
    this.services?.onChange();
  }
}
