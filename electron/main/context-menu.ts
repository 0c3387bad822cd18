// The menu under the right mouse button, where there is something to do with what lies under the pointer.
import {
  type BrowserWindow,
  type ContextMenuParams,
  clipboard,
  Menu,
  type MenuItemConstructorOptions,
} from 'electron';
import { outsideLink } from './outside-link.ts';

/** @param openLink is given only links that may be opened */
export function showContextMenu(
  window: BrowserWindow,
  params: ContextMenuParams,
  openLink: (link: string) => void,
): void {
  const items = contextItems(window, params, openLink);
  if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
}

function contextItems(
  window: BrowserWindow,
  params: ContextMenuParams,
  openLink: (link: string) => void,
): MenuItemConstructorOptions[] {
  const { editFlags, isEditable, linkURL, mediaType, selectionText } = params;
  if (isEditable) {
    return [
      ...spelling(window, params),
      { role: 'undo', enabled: editFlags.canUndo },
      { role: 'redo', enabled: editFlags.canRedo },
      { type: 'separator' },
      { role: 'cut', enabled: editFlags.canCut },
      { role: 'copy', enabled: editFlags.canCopy },
      { role: 'paste', enabled: editFlags.canPaste },
      { type: 'separator' },
      { role: 'selectAll', enabled: editFlags.canSelectAll },
    ];
  }
  const items: MenuItemConstructorOptions[] = [];
  const link = linkToOffer(linkURL);
  if (selectionText.trim() !== '') items.push({ role: 'copy' });
  if (link) {
    items.push(
      { label: 'Open Link in Browser', click: () => openLink(link) },
      { label: 'Copy Link', click: () => void clipboard.writeText(link) },
    );
  }
  if (mediaType === 'image') {
    const { x, y } = params;
    items.push({ label: 'Copy Image', click: () => window.webContents.copyImageAt(x, y) });
  }
  return items;
}

/** Only macOS checks spelling here: elsewhere the dictionaries would come from the network. */
function spelling(window: BrowserWindow, params: ContextMenuParams): MenuItemConstructorOptions[] {
  const suggestions = params.dictionarySuggestions.map((word) => ({
    label: word,
    click: () => window.webContents.replaceMisspelling(word),
  }));
  return suggestions.length > 0 ? [...suggestions, { type: 'separator' }] : [];
}

function linkToOffer(url: string): string | null {
  try {
    return url === '' ? null : outsideLink(url);
  } catch {
    return null; // Not a link that may be opened; then there is nothing to offer.
  }
}
