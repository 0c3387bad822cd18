// Listens for keys, in the window and (told by the reader) in the article's frame.
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { type CommandId, type KeyPress, shortcutFor } from '../lib/shortcuts.ts';

/**
 * @param hasDialog whether a dialog is open
 * @returns what to call for a key that was pressed in the article's frame
 */
export function useShortcuts(
  run: (command: CommandId) => void,
  hasDialog: boolean,
): (press: KeyPress) => void {
  const latest = useRef(run);
  const covered = useRef(hasDialog);
  // With what is drawn, not after it: a key is about what can be seen.
  useLayoutEffect(() => {
    latest.current = run;
    covered.current = hasDialog;
  });

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const shortcut = shortcutFor(event);
      if (!shortcut || !(event.target instanceof Element)) return;
      const { target } = event;
      // A dialog, a menu, an open list of suggestions: they have keys of their own. A toast has not.
      if (
        target.closest(
          '[role="dialog"], [role="menu"], [role="listbox"], [role="alertdialog"]:not([aria-modal="false"])',
        )
      ) {
        return;
      }
      if (shortcut.where === 'list' && !target.closest('[role="grid"]')) return;
      const mod = event.ctrlKey || event.metaKey;
      const finds = shortcut.command === 'search' || shortcut.command === 'clip';
      if (shortcut.where === 'page' && isTyping(target) && !(mod && finds)) return;
      // Enter and Escape on a button belong to the button.
      if (event.key === 'Enter' && target.closest('button, a')) return;
      event.preventDefault();
      latest.current(shortcut.command);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  return useCallback((press) => {
    // Typed fast, the first letters of a tag still go to the article that `t` was pressed in: they are no commands.
    if (covered.current) return;
    const shortcut = shortcutFor(press);
    // At once, so that the next key finds the dialog that this one opened.
    if (shortcut && shortcut.where !== 'list') flushSync(() => latest.current(shortcut.command));
  }, []);
}

/** Inputs into which nothing is typed: a switch is a checkbox. */
const CHOOSING: ReadonlySet<string> = new Set(['radio', 'range', 'checkbox']);

export const isTyping = (element: Element | null): boolean =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && !CHOOSING.has(element.type)) ||
  (element instanceof HTMLElement && element.isContentEditable);
