// How an article is to be set, as the window tells its frame.
import { isFields, isNumber } from './fields.ts';

/** Reading type as the window wants it now. `system` is resolved before it comes here. */
export interface FrameSettings {
  readonly theme: 'light' | 'sepia' | 'dark' | 'black';
  /** CSS pixels. */
  readonly fontSize: number;
  /** Characters of the reading type. */
  readonly measure: number;
  readonly lineHeight: number;
  readonly face: 'serif' | 'sans' | 'legible';
}

export function readSettings(value: unknown): FrameSettings | null {
  if (!isFields(value)) return null;
  const { theme, fontSize, measure, lineHeight, face } = value;
  if (theme !== 'light' && theme !== 'sepia' && theme !== 'dark' && theme !== 'black') return null;
  if (face !== 'serif' && face !== 'sans' && face !== 'legible') return null;
  if (!isNumber(fontSize) || !isNumber(measure) || !isNumber(lineHeight)) return null;
  return { theme, fontSize, measure, lineHeight, face };
}
