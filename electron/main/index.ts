// The desktop app, in the order in which it starts. Never await anything at the top level here: Electron's ready event
// waits for this very module.
import { app } from 'electron';
import { HELP, parseArguments } from './arguments.ts';
import { ownWords } from './own-words.ts';
import { startShell } from './shell.ts';

const cwd = process.cwd();
const words = ownWords(process.argv, app.isPackaged ? null : app.getAppPath(), cwd);
const args = parseArguments(words, cwd);

// Before anything is opened, and without a display.
if (args.help) end(0, HELP);
else if (args.version) end(0, `${app.getVersion()}\n`);
else if (args.mistake) end(2, `invalid_input: ${args.mistake}\n`);
else startShell(args);

function end(code: number, text: string): void {
  (code === 0 ? process.stdout : process.stderr).write(text);
  app.exit(code);
}
