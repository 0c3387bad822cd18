// Keys that mean the same wherever the focus is in the capture window. No Electron here.
import type { CaptureKey } from '#contract/capture.ts';

/** As Electron tells of it before a page hears of it. */
export interface PressedKey {
  readonly type: string;
  readonly key: string;
  readonly control: boolean;
  readonly meta: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

export type CaptureAct = CaptureKey | 'back' | 'forward' | 'reload' | 'stop' | 'close';

/** `F6` and `Escape` in the page lead to the bar; the rest is what browsers have. */
export function captureAct(pressed: PressedKey, isMac: boolean): CaptureAct | null {
  const { type, control, meta, shift, alt } = pressed;
  if (type !== 'keyDown') return null;
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  const mod = isMac ? meta && !control : control && !meta;
  const bare = !control && !meta && !alt;
  if (mod && !alt) {
    switch (shift ? `Shift+${key}` : key) {
      case 'l':
        return 'address';
      case 'f':
        return 'find';
      case 'r':
        return 'reload';
      case 'w':
        return 'close';
      case 's':
        return 'clip-page';
      case 'Shift+s':
        return 'clip-selection';
      case '[':
        return 'back';
      case ']':
        return 'forward';
      default:
        return null;
    }
  }
  if (alt && !control && !meta && !shift && !isMac) {
    if (key === 'ArrowLeft') return 'back';
    if (key === 'ArrowRight') return 'forward';
  }
  if (!bare) return null;
  if (key === 'F5') return 'reload';
  if (key === 'F6') return 'address';
  return key === 'Escape' && !shift ? 'escape' : null;
}
