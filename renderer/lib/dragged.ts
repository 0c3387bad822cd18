// What of the library is being dragged in this window. While something is held over a place, a browser only says of what
// kinds it is: what it is stands here.
import type { DragEvent } from 'react';
import type { SomeOrAll } from '#contract/types/articles-or-all.ts';
import type { CollectionUid } from '#contract/types/collection.ts';

export type Dragged =
  | { readonly kind: 'collection'; readonly uid: CollectionUid }
  | { readonly kind: 'articles'; readonly articles: SomeOrAll };

let dragged: Dragged | null = null;

/** @param words what another program gets that it is let go over; also what is seen under the pointer */
export function startDrag(event: DragEvent, what: Dragged, words: string): void {
  dragged = what;
  const { dataTransfer } = event;
  dataTransfer.clearData();
  dataTransfer.setData('text/plain', words);
  dataTransfer.effectAllowed = 'copyMove';
  const shown = document.createElement('div');
  shown.className = 'dragged';
  shown.textContent = words;
  document.body.append(shown);
  dataTransfer.setDragImage(shown, -12, -4);
  // The picture is taken after this event.
  setTimeout(() => shown.remove());
  event.currentTarget.addEventListener('dragend', endDrag, { once: true });
}

export const draggedNow = (): Dragged | null => dragged;

export function endDrag(): void {
  dragged = null;
}
