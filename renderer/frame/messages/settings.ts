// How an article is to be set, as the window tells its frame.
import type { TypeSettings } from '#contract/types/settings.ts';
import { isFields, isNumber } from './fields.ts';

/** Reading type as the window wants it now. `system` is resolved before it comes here. */
export interface FrameSettings extends Omit<TypeSettings, 'theme'> {
  readonly theme: 'light' | 'sepia' | 'dark' | 'black';
  /** Pictures are less bright in the dark themes. */
  readonly dimImages: boolean;
}

const themes = ['light', 'sepia', 'dark', 'black'] as const;
const faces = ['serif', 'sans', 'legible'] as const;
const alignments = ['start', 'justify'] as const;

export function readSettings(value: unknown): FrameSettings | null {
  if (!isFields(value)) return null;
  const { fontSize, measure, lineHeight, margin, hyphenate, dimImages } = value;
  const { theme, face, align } = value;
  if (!isTheme(theme) || !isFace(face) || !isAlignment(align)) return null;
  if (!isNumber(fontSize) || !isNumber(measure) || !isNumber(lineHeight)) return null;
  if (!isNumber(margin) || typeof hyphenate !== 'boolean' || typeof dimImages !== 'boolean') {
    return null;
  }
  return { theme, face, fontSize, measure, lineHeight, margin, align, hyphenate, dimImages };
}

const among =
  <One extends string>(all: readonly One[]) =>
  (value: unknown): value is One =>
    all.some((one) => one === value);

export const isTheme = among(themes);
export const isFace = among(faces);
const isAlignment = among(alignments);
