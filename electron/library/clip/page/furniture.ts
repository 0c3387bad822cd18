// Step 7: marks what belongs to the page rather than to the text: captions, bylines, dates. The reader content
// keeps it; body text leaves it out.
import type { Parent } from './tree.ts';
import { eachElement, removeAttr, setAttr } from './tree.ts';

export const OUR_ATTRIBUTE = 'data-lectern';

export function markFurniture(article: Parent): void {
  eachElement(article, (element) => {
    removeAttr(element, OUR_ATTRIBUTE);
    if (element.tagName === 'figcaption') setAttr(element, OUR_ATTRIBUTE, 'caption');
  });
}
