// What the window knows of its library: the client, events, addresses of pictures, and whether anyone answers.
import type { Client } from '#contract/define.ts';
import type { DesktopContract, MenuCommand } from '#contract/desktop.ts';
import { LibraryError } from '#contract/errors.ts';
import type { LibraryEvent } from '#contract/events.ts';
import type { LibraryContract } from '#contract/library.ts';
import type { Asked } from '#contract/types/asked.ts';
import type { AssetName } from '#contract/types/asset.ts';
import type { ExportFile } from '#contract/types/export.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { Problem } from '#contract/types/problem.ts';
import type { SnapshotUid } from '#contract/types/snapshot.ts';

export type LinkStatus =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open' }
  /** Lost, and being looked for. Calls wait. */
  | { readonly kind: 'gone' }
  /** Nothing more will be tried without the person. Calls fail. */
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface AskedNow {
  readonly asked: Asked;
  /** What came while this one was waiting, and was not taken. */
  readonly passedOver: number;
}

export interface AskedHolder {
  now(): AskedNow | null;
  listen(listener: () => void): () => void;
  /** The first one stays: nothing else may take its place under a hand that is about to press a button. */
  tell(asked: Asked): void;
  answered(): void;
}

export interface Link {
  readonly host: 'desktop' | 'web';
  /** One object for the life of the window; calls wait while the library is being started again. */
  readonly client: Client<LibraryContract>;
  /** The desktop shell, where there is one and it has answered. */
  desktop(): Client<DesktopContract> | null;
  /** Address of an article's document, for the sandboxed frame only. */
  articleUrl(uid: ArticleUid): string;
  /** Address of the document that shows the article's PDF page by page, for a sandboxed frame only. */
  pagesUrl(uid: ArticleUid): string;
  /** Address of the document that shows its page as it was saved, for a sandboxed frame only; without a version, the one shown. */
  originalUrl(uid: ArticleUid, version: SnapshotUid | null, page: number): string;
  /** Address of the document that shows what was left out of it, for a sandboxed frame only. */
  leftOutUrl(uid: ArticleUid): string;
  assetUrl(name: AssetName): string;
  /** Address of the page that a tab of its own prints; null in the desktop, which is asked to print. */
  printUrl(uid: ArticleUid): string | null;
  /** Where a browser fetches what was exported; null in the desktop, which puts it in its place. */
  exportUrl(file: ExportFile): string | null;
  /** Where a dropped or chosen file lies on this machine; null where the host cannot know. */
  pathOf(file: File): string | null;
  status(): LinkStatus;
  /** Told of every change of status. @returns how to stop */
  onStatus(listener: () => void): () => void;
  onEvent(listener: (event: LibraryEvent) => void): () => void;
  /** Events may have been missed: everything the window holds is stale. */
  onStale(listener: () => void): () => void;
  onMenu(listener: (command: MenuCommand) => void): () => void;
  /** Of other programs and of the system; of nothing in a browser. */
  readonly asked: AskedHolder;
  /** After `failed`: tries once more. @throws LibraryError what still stands in the way */
  tryAgain(): Promise<void>;
}

/** Listeners of one kind of news. */
export function announcer<T>() {
  const listeners = new Set<(news: T) => void>();
  return {
    tell(news: T) {
      for (const listener of listeners) listener(news);
    },
    listen(listener: (news: T) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Holds the status; `settled` resolves when calls need not wait any longer. */
export function statusHolder(initial: LinkStatus) {
  const changes = announcer<void>();
  let status = initial;
  return {
    get: () => status,
    listen: (listener: () => void) => changes.listen(listener),
    set(next: LinkStatus) {
      if (next.kind === status.kind && next.kind !== 'failed') return;
      status = next;
      changes.tell();
    },
    settled(signal?: AbortSignal): Promise<void> {
      return new Promise((resolve, reject) => {
        const look = () => {
          if (status.kind === 'connecting' || status.kind === 'gone') return;
          leave();
          if (status.kind === 'failed') {
            reject(new LibraryError(status.problem.code, status.problem.message));
          } else resolve();
        };
        const giveUp = () => {
          leave();
          reject(new LibraryError('cancelled', 'The call was cancelled.'));
        };
        const stop = changes.listen(look);
        const leave = () => {
          stop();
          signal?.removeEventListener('abort', giveUp);
        };
        signal?.addEventListener('abort', giveUp, { once: true });
        look();
      });
    },
  };
}

/** A client that outlives its connections: each call goes to the one that is open when it is made. */
export function lastingClient(
  current: () => Client<LibraryContract>,
  settled: (signal?: AbortSignal) => Promise<void>,
): Client<LibraryContract> {
  return new Proxy({} as Client<LibraryContract>, {
    get: (_, name) =>
      // A client with a "then" would be taken for a promise by `await`, and hang.
      typeof name === 'string' && name !== 'then'
        ? async (input: never, signal?: AbortSignal) => {
            await settled(signal);
            return current()[name as keyof LibraryContract](input, signal);
          }
        : undefined,
  });
}

/** What follows the address of an article's page as it was saved. */
export function whichOriginal(version: SnapshotUid | null, page: number): string {
  const asked = new URLSearchParams();
  if (version) asked.set('version', version);
  if (page > 1) asked.set('page', String(page));
  return asked.size > 0 ? `?${asked}` : '';
}
