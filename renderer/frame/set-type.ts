// Sets the article as the window says: on the root element, where the style looks.
import type { FrameSettings } from './messages/settings.ts';

export function setType(settings: FrameSettings): void {
  const { dataset, style } = document.documentElement;
  dataset.theme = settings.theme;
  dataset.face = settings.face;
  dataset.align = settings.align;
  dataset.margin = String(settings.margin);
  dataset.hyphens = settings.hyphenate ? 'auto' : 'manual';
  dataset.images = settings.dimImages ? 'dim' : 'bright';
  style.setProperty('--size', `${settings.fontSize}px`);
  style.setProperty('--measure', String(settings.measure));
  style.setProperty('--leading', String(settings.lineHeight));
}
