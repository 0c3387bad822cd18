// The desktop app, in the order in which it starts. Never await at the top level here what needs Electron to be ready: that
// event waits for this very module.
import { app } from 'electron';
import { HELP, parseArguments } from './arguments.ts';
import { commandWords } from './command-words.ts';
import { ownWords } from './own-words.ts';
import { startShell } from './shell.ts';

const cwd = process.cwd();
const words = ownWords(process.argv, app.isPackaged ? null : app.getAppPath(), cwd);
const args = parseArguments(words, cwd);
const command = commandWords(words);

// Before anything is opened, and without a display.
if (command) {
  const { runCommandLine } = await import('./command-line.ts');
  await runCommandLine(command);
} else if (args.help) end(0, HELP);
else if (args.version) end(0, `${app.getVersion()}\n`);
else if (args.mistake) end(2, `invalid_input: ${args.mistake}\n`);
else startShell(args);

function end(code: number, text: string): void {
  (code === 0 ? process.stdout : process.stderr).write(text);
  app.exit(code);
}
