// How far the window asks an article to scroll.

const steps = ['page-down', 'page-up', 'line-down', 'line-up', 'start', 'end'] as const;
export type ScrollStep = (typeof steps)[number];

export const isScrollStep = (value: unknown): value is ScrollStep =>
  steps.some((step) => step === value);
