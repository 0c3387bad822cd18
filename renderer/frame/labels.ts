// The words of the window, kept for whatever in the frame needs them.
import type { FrameLabels } from './messages/labels.ts';

let labels: Partial<FrameLabels> = {};

export function setLabels(given: FrameLabels): void {
  labels = given;
}

/** Empty until the window has opened the article. */
export const label = (name: keyof FrameLabels): string => labels[name] ?? '';
