// What an article's document is told in the fragment of its address, before any message: enough for its sheet to have
// the right colour, and for its faces to be fetched, from the first moment on.
import { type FrameSettings, isFace, isTheme } from './settings.ts';

export type FirstLook = Pick<FrameSettings, 'theme' | 'face'>;

/** Begins with `#`. */
export const firstLookHash = ({ theme, face }: FirstLook): string => `#${theme},${face}`;

/** @returns null where it is none of ours */
export function readFirstLook(hash: string): FirstLook | null {
  const [theme, face, ...more] = hash.slice(1).split(',');
  return isTheme(theme) && isFace(face) && more.length === 0 ? { theme, face } : null;
}
