// What a person switches on of the desktop's own. Apart from its other calls: the shell reads it from its file as it starts.
import { z } from 'zod';

/** What the app does outside its window; all of it off until somebody wants it. Of this computer, not of the library. */
export const ShellSwitches = z.object({
  /** An icon in the tray; the app then stays when its window goes. */
  tray: z.boolean(),
  /** A key that clips the copied link wherever one is. */
  globalShortcut: z.boolean(),
  /** Word of long work that is done while nobody looks. */
  notifications: z.boolean(),
});
export type ShellSwitches = z.infer<typeof ShellSwitches>;
