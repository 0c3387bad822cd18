// The native menu: everything the window can do by key, found where each platform's users look for it.
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#contract/desktop.ts';

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  /** Reload and developer tools are for those who work on the window. */
  readonly development: boolean;
  readonly onCommand: (command: MenuCommand) => void;
  readonly onShowLog: () => void;
  readonly onCopyDiagnostics: () => void;
}

/**
 * Undo and Redo are commands, not roles: in a text field they mean the typing, elsewhere the last step of the journal,
 * and only the window knows where the focus is. Keys that the window handles itself never come here: a key reaches the
 * menu only when the page has left it unused.
 */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { platform, development, onCommand } = options;
  const mac = platform === 'darwin';
  const item = (
    label: string,
    command: MenuCommand,
    accelerator?: string,
  ): MenuItemConstructorOptions => ({
    id: command,
    label,
    ...(accelerator ? { accelerator } : {}),
    click: () => onCommand(command),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };

  return [
    ...(mac
      ? [appMenu(item('About Lectern', 'about'), item('Settings…', 'settings', 'Cmd+,'))]
      : []),
    {
      label: '&File',
      submenu: [
        item('Clip…', 'clip', 'CmdOrCtrl+N'),
        item('Clip the Copied Link…', 'clip-copied', 'Shift+CmdOrCtrl+N'),
        item('Capture Window…', 'capture', 'Shift+CmdOrCtrl+B'),
        item('Import and Export…', 'import'),
        item('Export…', 'export'),
        line,
        item('Print…', 'print', 'CmdOrCtrl+P'),
        item('Save as PDF…', 'save-pdf', 'Shift+CmdOrCtrl+P'),
        line,
        { role: 'close' },
        ...(mac ? [] : [{ role: 'quit' } as const]),
      ],
    },
    {
      label: '&Edit',
      submenu: [
        item('Undo', 'undo', 'CmdOrCtrl+Z'),
        item('Redo', 'redo', platform === 'win32' ? 'Ctrl+Y' : 'Shift+CmdOrCtrl+Z'),
        line,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'delete' },
        { role: 'selectAll' },
        ...(mac ? [] : [line, item('Settings…', 'settings', 'CmdOrCtrl+,')]),
        line,
        item('Find', 'find', 'CmdOrCtrl+F'),
        item('Command Palette…', 'palette', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: '&View',
      submenu: [
        item('Toggle Sidebar', 'toggle-sidebar', 'CmdOrCtrl+B'),
        line,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        line,
        { role: 'togglefullscreen' },
        ...(development
          ? [line, { role: 'reload' } as const, { role: 'toggleDevTools' } as const]
          : []),
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        item('Keyboard Shortcuts', 'shortcuts'),
        { id: 'show-log', label: 'Show Log', click: options.onShowLog },
        { id: 'copy-diagnostics', label: 'Copy Diagnostics', click: options.onCopyDiagnostics },
        ...(mac ? [] : [line, item('About Lectern', 'about')]),
      ],
    },
  ];
}

/** As the role `appMenu`, with the settings where every Mac user looks for them, and our own word about Lectern. */
const appMenu = (
  about: MenuItemConstructorOptions,
  settings: MenuItemConstructorOptions,
): MenuItemConstructorOptions => ({
  role: 'appMenu',
  submenu: [
    about,
    { type: 'separator' },
    settings,
    { type: 'separator' },
    { role: 'services' },
    { type: 'separator' },
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    { type: 'separator' },
    { role: 'quit' },
  ],
});
