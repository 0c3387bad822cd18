// What the desktop's menu asks of the window.
import { useEffect, useRef } from 'react';
import type { MenuCommand } from '#contract/desktop.ts';
import { useLink } from '../lib/client.ts';
import type { CommandId } from '../lib/shortcuts.ts';
import { isTyping } from './use-shortcuts.ts';

export function useMenu(run: (command: CommandId) => void): void {
  const link = useLink();
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(
    () =>
      link.onMenu((command) => {
        const typing =
          (command === 'undo' || command === 'redo') && isTyping(document.activeElement);
        // The only way to the undo of a text field. The menu took the key that would have done it.
        if (typing) document.execCommand(command);
        else latest.current(commandFor(command));
      }),
    [link],
  );
}

function commandFor(command: MenuCommand): CommandId {
  return command === 'find' ? 'search' : command;
}
