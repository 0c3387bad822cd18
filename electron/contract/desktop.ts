// Calls that only the desktop shell answers; a window in a browser does without them.
import { z } from "zod";
import { command } from "./define.ts";

export const desktopContract = {
	/** Opens a link in the system browser. http, https and mailto only. */
	"shell.openLink": command(z.object({ url: z.string().max(8192) }), z.void()),
	/** Tells the shell which theme the window shows, so that title bar and menus follow. */
	"shell.setTheme": command(
		z.object({ theme: z.enum(["system", "light", "dark"]) }),
		z.void(),
	),
} as const;
export type DesktopContract = typeof desktopContract;

/** What the menu asks of the window. */
export const menuCommands = [
	"clip",
	"find",
	"palette",
	"undo",
	"redo",
	"toggle-sidebar",
	"shortcuts",
] as const;
export const DesktopEvent = z.object({
	kind: z.literal("menu"),
	command: z.enum(menuCommands),
});
export type MenuCommand = (typeof menuCommands)[number];
export type DesktopEvent = z.infer<typeof DesktopEvent>;
