// The words in which the pages of a PDF are told, as the window gives them to their frame.
import { isFields, isText } from './fields.ts';

export interface PagesLabels {
  /** With `{number}` and `{total}` where they belong. */
  readonly page: string;
  readonly pageFailed: string;
  readonly failed: string;
}

export interface PagesMessage {
  readonly kind: 'pages';
  readonly labels: PagesLabels;
}

const MAX_LENGTH = 500;

/** @returns null where it is no such message */
export function readPagesLabels(data: unknown): PagesLabels | null {
  if (!isFields(data) || data.kind !== 'pages' || !isFields(data.labels)) return null;
  const { page, pageFailed, failed } = data.labels;
  if (!isText(page, MAX_LENGTH) || !isText(pageFailed, MAX_LENGTH) || !isText(failed, MAX_LENGTH)) {
    return null;
  }
  return { page, pageFailed, failed };
}
