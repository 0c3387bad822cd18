// Which links lead to a footnote. Sanitised content has no roles and no names of the page left, so it is told by shape: a
// short mark that leads to the beginning of a block, which leads back, or a mark that is raised or in brackets.

/** `1`, `[12]`, `*`, `iv`, `a`, `note 3`. */
const MARK =
  /^[[({]?\s*(?:(?:note|fn|n\.)\s*)?(?:\d{1,4}|[a-z]|[ivxlc]{1,6}|[*†‡§¶‖#]{1,4})\s*[\])}]?\.?$/iu;
const BRACKETS = /^[[({]/;
/** What stands before the place of a note within its block, where the place is an element of its own. */
const LEAD = /^[\s\d.:[\]()^↑*†‡§]*$/u;
const BLOCK = 'li, p, dd, dt, aside, td, blockquote, div, section';

/** @returns the block that holds the note; null where the link is no reference to one */
export function noteOf(link: Element, content: Element): Element | null {
  const name = link.getAttribute('href') ?? '';
  if (!name.startsWith('#') || name.length < 2) return null;
  const mark = (link.textContent ?? '').trim();
  if (!MARK.test(mark)) return null;
  const place = placeNamed(name.slice(1), content);
  const note = place && blockOf(place, content);
  if (!note || note.contains(link)) return null;
  const isRaised = link.closest('sup') !== null || link.querySelector('sup') !== null;
  return isRaised || BRACKETS.test(mark) || leadsBack(note, link, content) ? note : null;
}

/** Links of a note that lead to where it is referred to. */
export function backLinks(note: Element, reference: Element, content: Element): Element[] {
  const near = new Set<Element>([reference, ...reference.querySelectorAll('[id]')]);
  for (let up = reference.parentElement; up && up !== content; up = up.parentElement) {
    near.add(up);
    if (up.matches(BLOCK)) break;
  }
  // A place of its own may stand just before the mark.
  for (const beside of [reference, reference.parentElement]) {
    if (beside?.previousElementSibling) near.add(beside.previousElementSibling);
  }
  return [...note.querySelectorAll('a[href^="#"]')].filter((link) => {
    const place = placeNamed((link.getAttribute('href') ?? '').slice(1), content);
    return place !== null && near.has(place);
  });
}

const leadsBack = (note: Element, link: Element, content: Element): boolean =>
  backLinks(note, link, content).length > 0;

/** Ids of reader content are `page-` and a number: none needs escaping, and what does is none of them. */
function placeNamed(name: string, content: Element): Element | null {
  return /^[\w-]+$/.test(name) ? content.querySelector(`[id="${name}"]`) : null;
}

/** The block that a place is, or begins; the text that a note leads back to is in the middle of one. */
function blockOf(place: Element, content: Element): Element | null {
  const block = place.matches(BLOCK) ? place : place.closest(BLOCK);
  if (!block || block === content || !content.contains(block)) return null;
  return block === place || LEAD.test(textBefore(place, block)) ? block : null;
}

function textBefore(place: Element, block: Element): string {
  let text = '';
  for (let node: Node = place; node !== block; ) {
    for (let before = node.previousSibling; before; before = before.previousSibling) {
      text = (before.textContent ?? '') + text;
    }
    if (!node.parentNode) break;
    node = node.parentNode;
  }
  return text;
}
