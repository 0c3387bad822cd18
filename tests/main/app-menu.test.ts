// The native menu, as data.
import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { menuCommands } from '#contract/desktop.ts';
import { menuTemplate } from '../../electron/main/app-menu.ts';
import { shortcuts } from '../../renderer/lib/shortcuts.ts';

const platforms = ['linux', 'win32', 'darwin'] as const;

function items(platform: NodeJS.Platform, development = false, commands: string[] = []) {
  const all: MenuItemConstructorOptions[] = [];
  const add = (more: MenuItemConstructorOptions[]) => {
    for (const item of more) {
      all.push(item);
      if (Array.isArray(item.submenu)) add(item.submenu);
    }
  };
  add(
    menuTemplate({
      platform,
      development,
      onCommand: (command) => commands.push(command),
      onShowLog: () => undefined,
      onCopyDiagnostics: () => undefined,
    }),
  );
  return all;
}

test.each(platforms)(
  'on %s every command of the contract has one item that sends it',
  (platform) => {
    const sent: string[] = [];
    const own = items(platform, false, sent).filter(({ id }) =>
      (menuCommands as readonly string[]).includes(id ?? ''),
    );
    for (const { click } of own) (click as () => void)();
    expect(sent.toSorted()).toEqual([...menuCommands].toSorted());
  },
);

test.each(platforms)('on %s no two items share a key', (platform) => {
  const keys = items(platform, true).flatMap(({ accelerator }) => accelerator ?? []);
  expect(keys).toContain('CmdOrCtrl+N');
  expect(new Set(keys).size).toBe(keys.length);
});

/** What the system does by itself, and knows its users' words and keys for. */
const everywhere = [
  ['close', 'cut', 'copy', 'paste', 'pasteAndMatchStyle', 'delete', 'selectAll'],
  ['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen', 'windowMenu', 'help', 'quit'],
].flat();

test.each([
  ['linux', everywhere],
  ['win32', everywhere],
  ['darwin', [...everywhere, 'appMenu', 'services', 'hide', 'hideOthers', 'unhide']],
] as const)('on %s the menu has the roles that its users look for', (platform, expected) => {
  const roles = items(platform).flatMap(({ role }) => role ?? []);
  expect(roles.toSorted()).toEqual([...expected].toSorted());
});

test.each(platforms)('on %s its keys are those that the window lists', (platform) => {
  const ofMenu = items(platform).flatMap(({ id, accelerator }) =>
    accelerator && id ? [[id, accelerator]] : [],
  );
  expect(ofMenu.length).toBeGreaterThan(8);
  for (const [id, accelerator = ''] of ofMenu) {
    const parts = accelerator.split('+');
    const key = parts.pop()?.toLowerCase();
    const chord = ['Mod', ...(parts.includes('Shift') ? ['Shift'] : []), key].join('+');
    const command = id === 'find' ? 'search' : id;
    const listed = shortcuts.find((shortcut) => shortcut.command === command);
    expect([id, ...(listed?.chords ?? [])]).toContain(chord);
  }
});

test('reload and developer tools are for development only', () => {
  const roles = (development: boolean) => items('linux', development).map(({ role }) => role);
  expect(roles(true)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
  expect(roles(false)).not.toContain('reload');
  expect(roles(false)).not.toContain('toggleDevTools');
});

test('macOS quits in its app menu, elsewhere File can quit', () => {
  const quits = (platform: NodeJS.Platform) =>
    items(platform).flatMap(({ role, submenu }) =>
      Array.isArray(submenu) && submenu.some((item) => item.role === 'quit') ? [role] : [],
    );
  expect(quits('darwin')).toEqual(['appMenu']);
  expect(quits('linux')).toEqual([undefined]);
});
