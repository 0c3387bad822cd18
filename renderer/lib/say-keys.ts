// How a chord is written for the person at the keyboard.
import i18next from 'i18next';

const isMac = /mac|iphone|ipad/i.test(navigator.platform);

/** `Mod+Shift+z` → `Ctrl+Shift+Z`, or `⌘⇧Z` on a Mac. */
export function sayChord(chord: string): string {
  // The plus sign itself is no separator.
  const parts = chord.split(/\+(?=.)/);
  const said = parts.map((part) => {
    switch (part) {
      case 'Mod':
        return i18next.t(isMac ? 'keys.ModMac' : 'keys.Mod');
      case 'Shift':
        return isMac ? '⇧' : i18next.t('keys.Shift');
      case 'Alt':
        return isMac ? '⌥' : i18next.t('keys.Alt');
      case 'ArrowLeft':
        return '←';
      case 'ArrowRight':
        return '→';
      case 'Escape':
        return i18next.t('keys.Escape');
      case 'Enter':
        return i18next.t('keys.Enter');
      case 'Delete':
        return i18next.t('keys.Delete');
      default:
        return parts.length > 1 ? part.toLocaleUpperCase() : part;
    }
  });
  return said.join(isMac ? '' : '+');
}
