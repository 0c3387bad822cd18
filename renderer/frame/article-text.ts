// The text of the article in this document: made when somebody first asks, and again after the document has changed.
import { NOT_IN_TEXT } from '#contract/reader-text.ts';
import { content } from './content.ts';
import { mapText, type TextMap } from './text-map.ts';

let map: TextMap | null = null;
let isWatched = false;
const listeners = new Set<() => void>();

export function articleText(): TextMap {
  watch();
  map ??= mapText(content());
  return map;
}

/** @param listener is told when ranges made so far may lead nowhere, as when code was coloured */
export function onTextRemade(listener: () => void): void {
  listeners.add(listener);
}

function watch(): void {
  if (isWatched) return;
  isWatched = true;
  new MutationObserver((records) => {
    if (!map || records.every(isOurs)) return;
    map = null;
    for (const listener of listeners) listener();
  }).observe(content(), { subtree: true, childList: true, characterData: true });
}

/** What we put into the article for a while is not part of its text. */
function isOurs({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  const element = target instanceof Element ? target : target.parentElement;
  if (element?.closest(`[${NOT_IN_TEXT}]`)) return true;
  const nodes = [...addedNodes, ...removedNodes];
  return (
    nodes.length > 0 &&
    nodes.every((node) => node instanceof Element && node.hasAttribute(NOT_IN_TEXT))
  );
}
