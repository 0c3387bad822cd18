// The words that the frame writes or has read aloud. It has no catalogue: the window sends them with the article.
import { isFields, isText } from './fields.ts';

export const labelNames = [
  'note',
  'goToNote',
  'close',
  'picture',
  'openPicture',
  'pictureOf',
  'nextPicture',
  'previousPicture',
  'zoomIn',
  'zoomOut',
  'fit',
  'fullSize',
] as const;
/** `pictureOf` has `{number}` and `{total}` in it, for the frame to fill in. */
export type FrameLabels = Readonly<Record<(typeof labelNames)[number], string>>;

const MAX_LABEL_LENGTH = 200;

export function readLabels(value: unknown): FrameLabels | null {
  if (!isFields(value)) return null;
  const pairs = labelNames.map((name) => [name, value[name]] as const);
  if (!pairs.every(([, text]) => isText(text, MAX_LABEL_LENGTH))) return null;
  return Object.fromEntries(pairs) as FrameLabels;
}
