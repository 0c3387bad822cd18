// Tells the window of keys that mean something to it.
import { shortcutFor } from '../lib/shortcuts.ts';
import { tellWindow as tell } from './tell-window.ts';

export function tellKeys(): void {
  window.addEventListener('keydown', (event) => {
    const shortcut = shortcutFor(event);
    if (!shortcut || shortcut.where === 'list') return;
    event.preventDefault();
    const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
    tell({ kind: 'key', key, ctrlKey, metaKey, shiftKey, altKey });
  });
}
