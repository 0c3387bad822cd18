// Elements of ours in the article's document. They are marked, so that nobody takes their words for the article's.

import { NOT_IN_TEXT } from '#contract/reader-text.ts';
import { label } from './labels.ts';
import type { FrameLabels } from './messages/labels.ts';

export function ownElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = className;
  element.setAttribute(NOT_IN_TEXT, '');
  return element;
}

export function ownButton(name: keyof FrameLabels, onPress: () => void): HTMLButtonElement {
  const button = ownElement('button', 'own-button');
  button.type = 'button';
  button.textContent = label(name);
  button.addEventListener('click', onPress);
  return button;
}

const SVG = 'http://www.w3.org/2000/svg';

/** @param path of an icon drawn with lines in a field of 24 by 24 */
export function iconButton(
  name: keyof FrameLabels,
  path: string,
  onPress: () => void,
): HTMLButtonElement {
  const button = ownButton(name, onPress);
  button.classList.add('icon-button');
  const text = label(name);
  button.setAttribute('aria-label', text);
  button.title = text;
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  icon.append(line);
  button.replaceChildren(icon);
  return button;
}
