// Calls that only the desktop shell answers; a window in a browser does without them.
import { z } from 'zod';
import { command, query } from './define.ts';
import { Asked } from './types/asked.ts';
import { ArticleUid } from './types/ids.ts';
import { Problem } from './types/problem.ts';
import { ShellSwitches } from './types/shell-switches.ts';
import { themes } from './types/theme.ts';
import { UpdateState } from './types/update.ts';

/** The ending is of a closed list, so that no file proposed in the dialog is one that a double click would run. */
const SavedText = z.object({
  /** Without ending; any text, of which a name without harm is made. */
  name: z.string().max(1000),
  ending: z.enum(['md', 'csv', 'json']),
  text: z.string(),
});
export type SavedText = z.infer<typeof SavedText>;

const ExportPlace = z.object({
  title: z.string().max(200),
  /** Without ending; any text, of which a name without harm is made. */
  name: z.string().max(1000),
  /** Null for a folder. */
  ending: z.enum(['zip', 'html', 'epub', 'csv', 'json']).nullable(),
});
export type ExportPlace = z.infer<typeof ExportPlace>;

const FolderPath = z.string().min(1).max(10_000);
export const SwitchChange = ShellSwitches.partial();
export type SwitchChange = z.infer<typeof SwitchChange>;

export const desktopContract = {
  /**
   * Opens a link in the system browser. http, https and mailto only.
   * @throws not_allowed for any other address, and for one that carries a user name or a password
   */
  'shell.openLink': command(z.object({ url: z.string().max(8192) }), z.void()),
  /** Tells the shell which theme the window shows, so that title bar, menus and the next start follow. */
  'shell.setTheme': command(z.object({ theme: z.enum(themes) }), z.void()),
  /**
   * Opens the system's print dialog for an article and resolves when it is closed; cancelled there is no error.
   * @throws not_found; unreachable where the system could not print
   */
  'shell.print': command(z.object({ uid: ArticleUid }), z.void()),
  /**
   * Asks where to save an article as PDF, and saves it. `fileName` is null where the person chose nothing.
   * @throws not_found; timed_out, disk_full, not_allowed where no file was written, and what was there is as it was
   */
  'shell.savePdf': command(
    z.object({ uid: ArticleUid }),
    z.object({ fileName: z.string().nullable() }),
  ),
  /**
   * Asks where to save a text, and saves it. `fileName` is null where the person chose nothing.
   * @throws disk_full, too_large, not_allowed, not_found, invalid_input where no file was written, and what was there is
   * as it was
   */
  'shell.saveText': command(SavedText, z.object({ fileName: z.string().nullable() })),
  /**
   * Asks where an export is to go. `path` is null where the person chose nothing. A file that is there may be replaced then:
   * the dialog has asked.
   */
  'shell.choosePlace': command(ExportPlace, z.object({ path: z.string().nullable() })),
  /** Shows a file or folder that was chosen by `shell.choosePlace`. @throws not_allowed for any other */
  'shell.showInFolder': command(z.object({ path: z.string().max(10_000) }), z.void()),
  /** Asks for a folder. `dir` is null where the person chose none. */
  'shell.chooseFolder': command(
    z.object({ title: z.string().max(200) }),
    z.object({ dir: z.string().nullable() }),
  ),
  'shell.switches': query(z.object({}), ShellSwitches),
  /** @throws conflict where another program has the key; then nothing has changed */
  'shell.setSwitches': command(SwitchChange, ShellSwitches),
  /** Long work is done: told by the system where somebody wants that and is not looking at the window. */
  'shell.tellDone': command(
    z.object({ title: z.string().max(200), body: z.string().max(500) }),
    z.void(),
  ),
  /** Asks, by an `asked` event, whether to clip the address on the clipboard; says so where there is none. */
  'shell.clipCopied': command(z.object({}), z.void()),
  /**
   * Opens the capture window, or brings it to the front; with an address it goes there.
   * @throws not_allowed, invalid_input for what is no address of the web
   */
  'shell.openCapture': command(z.object({ address: z.string().max(10_000).nullable() }), z.void()),
  /**
   * Tries once more to open a library that could not be opened. Resolves when it is open; ask for new ports then.
   * @throws what stands in its way, in the code and words of a `library-failed` event
   */
  'shell.restartLibrary': command(z.object({}), z.void()),
  /**
   * Opens the library of another folder, now and at every start to come; makes one where the folder is empty. Ask for new ports then.
   * @throws not_found where there is something else; what keeps it from opening, and the one before is open again
   */
  'shell.openLibrary': command(z.object({ dir: FolderPath }), z.void()),
  /**
   * Copies the library into a folder, compares, and goes on there. The one it came from stays until it is discarded.
   * @throws invalid_input (into itself), conflict, disk_full, read_only, not_allowed, library_damaged, cancelled: it is open where it was
   */
  'shell.moveLibrary': command(z.object({ dir: FolderPath }), z.object({ dir: z.string() })),
  /** Has `shell.moveLibrary` give up: what was copied goes away again. Does nothing once the library is open at its new place. */
  'shell.stopMove': command(z.object({}), z.void()),
  'shell.libraryPlace': query(
    z.object({}),
    z.object({
      /** From where the library was moved; null where nothing is left there to discard. */
      old: z.string().nullable(),
      /** How far a move is, in bytes; null where there is none. */
      move: z.object({ done: z.number(), total: z.number() }).nullable(),
    }),
  ),
  /** Puts what is at the old place into the trash of the system. */
  'shell.discardOldLibrary': command(z.object({}), z.void()),
  'shell.updates': query(z.object({}), UpdateState),
  /** Whether to look for a newer version once a day. */
  'shell.setDailyUpdates': command(z.object({ isDaily: z.boolean() }), UpdateState),
  /** @throws offline while the network is switched off; unreachable; not_allowed where updates come as a package */
  'shell.lookForUpdate': command(z.object({}), UpdateState),
  /**
   * Fetches the version that was found; it is put in place when the app is closed.
   * @throws not_found before one was found; offline, unreachable, disk_full; not_allowed where it is not what was announced:
   * nothing is kept of it
   */
  'shell.fetchUpdate': command(z.object({}), UpdateState),
} as const;
export type DesktopContract = typeof desktopContract;

/**
 * What the menu asks of the window. `undo` and `redo` mean the typing in a text field that has the focus, else the
 * last step of the journal: only the window knows which.
 */
export const menuCommands = [
  'clip',
  'clip-copied',
  'capture',
  'import',
  'export',
  'print',
  'save-pdf',
  'find',
  'palette',
  'undo',
  'redo',
  'settings',
  'toggle-sidebar',
  'shortcuts',
  'about',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

export const DesktopEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('menu'), command: z.enum(menuCommands) }),
  /** The window asks the person; one thing at a time, what comes meanwhile is not taken. */
  z.object({ kind: z.literal('asked'), asked: Asked }),
  /**
   * The library could not be opened, or died too often; its port is closed and a new one will stay closed until
   * `shell.restartLibrary` succeeds. Sent again with each new pair of ports while it lasts.
   */
  Problem.extend({ kind: z.literal('library-failed') }),
]);
export type DesktopEvent = z.infer<typeof DesktopEvent>;
