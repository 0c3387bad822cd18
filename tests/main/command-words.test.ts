// Which words of the command line are for the command line.
import { expect, test } from 'vitest';
import { commandWords } from '../../electron/main/command-words.ts';

test('what follows --cli is a command, whatever switches of Chromium stand before it', () => {
  expect(commandWords(['--cli', 'list', '--json'])).toEqual(['list', '--json']);
  expect(commandWords(['--no-sandbox', '--ozone-platform=headless', '--cli'])).toEqual([]);
});

test('without it the window is wanted, also where a page of that name is to be clipped', () => {
  expect(commandWords([])).toBeNull();
  expect(commandWords(['page.html', '--cli'])).toBeNull();
  expect(commandWords(['--', '--cli'])).toBeNull();
});
