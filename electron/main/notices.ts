// What the shell says in a window of the system's, since the window that it is about may not be there yet.
import { dialog } from 'electron';
import type { ClipFailure } from './clip-queue.ts';

/** More than this would not fit on a screen. */
const MAX_NAMED = 8;

export function tellNotClipped(failures: readonly ClipFailure[], of: number): void {
  const lines = failures
    .slice(0, MAX_NAMED)
    .map(({ name, problem }) => `${name}\n${problem.message}`);
  if (failures.length > MAX_NAMED) lines.push('…');
  const kept =
    failures.length < of ? 'Everything else is in your library.' : 'Your library is unchanged.';
  void dialog.showMessageBox({
    type: 'warning',
    message:
      of === 1 ? 'This could not be clipped' : `${failures.length} of ${of} could not be clipped`,
    detail: [...lines, kept].join('\n\n'),
  });
}

export function tellOtherLibrary(open: string, wanted: string): void {
  void dialog.showMessageBox({
    type: 'info',
    message: 'Lectern is open with another library',
    detail: `Open now: ${open}\nAsked for: ${wanted}\n\nClose Lectern first, then open the other one.`,
  });
}
