// What stands under the article: others that have to do with it. No part of it, and not counted when it is read.
import type { FrameNews } from './messages/from-frame.ts';
import type { RelatedMessage } from './messages/related.ts';

const ID = 'related';

export function showRelated(
  { heading, items }: RelatedMessage,
  tell: (news: FrameNews) => void,
): void {
  document.getElementById(ID)?.remove();
  if (items.length === 0) return;
  const section = document.createElement('nav');
  section.id = ID;
  const title = document.createElement('h2');
  title.id = 'related-heading';
  title.textContent = heading;
  section.setAttribute('aria-labelledby', title.id);
  const list = document.createElement('ul');
  for (const item of items) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(line('title', item.title), line('facts', item.facts));
    button.addEventListener('click', () => tell({ kind: 'open-related', article: item.uid }));
    const entry = document.createElement('li');
    entry.append(button);
    list.append(entry);
  }
  section.append(title, list);
  document.querySelector('main')?.append(section);
}

/** How much of the document stands below the article, in CSS pixels. */
export const heightOfRelated = (): number => {
  const section = document.getElementById(ID);
  if (!section) return 0;
  const { marginTop } = getComputedStyle(section);
  return section.offsetHeight + Number.parseFloat(marginTop);
};

function line(name: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = name;
  element.dir = 'auto';
  element.textContent = text;
  return element;
}
