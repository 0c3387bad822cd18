// Finds the words of a command on the command line of the app. No Electron here.

/** Leading switches are Chromium's. @returns null where the window is wanted */
export function commandWords(words: readonly string[]): string[] | null {
  const at = words.findIndex((word) => !/^--./.test(word) || word === '--cli');
  return words[at] === '--cli' ? words.slice(at + 1) : null;
}
