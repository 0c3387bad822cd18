// Finds what could run, load or send anything in HTML, in the tree that a browser would build of it. Written apart from
// the sanitiser on purpose: a list of what is bad, where the sanitiser has a list of what is good.
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';

const BAD_TAGS = new Set(
  (
    'script style link meta base iframe frame frameset object embed applet svg form input button select textarea ' +
    'option video audio source track picture image template noscript xmp plaintext portal dialog slot marquee ' +
    'bgsound layer ilayer isindex keygen canvas area map param animate set foreignobject title html head body'
  ).split(' '),
);
/** Elements of formulas that hold nothing but formulas and letters. */
const FORMULA = new Set(
  (
    'math mi mn mo ms mtext mspace mrow mfrac msqrt mroot mstyle merror mpadded mphantom msub msup msubsup munder mover ' +
    'munderover mmultiscripts mprescripts none mtable mtr mtd'
  ).split(' '),
);
const LOADS = new Set(
  (
    'src srcset srcdoc action formaction poster background data ping manifest codebase archive classid dynsrc lowsrc ' +
    'cite longdesc profile usemap xlink:href imagesrcset style'
  ).split(' '),
);

/** @returns one line per danger; none for harmless markup */
export function dangersIn(html: string): string[] {
  const found: string[] = [];
  const waiting: Tree.Node[] = [parseFragment(html)];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('content' in node) waiting.push(node.content);
    if ('childNodes' in node) waiting.push(...node.childNodes);
    if (!('tagName' in node)) continue;
    if (BAD_TAGS.has(node.tagName.toLowerCase())) found.push(`<${node.tagName}>`);
    const isFormula = node.namespaceURI.endsWith('/MathML') && FORMULA.has(node.tagName);
    if (node.namespaceURI !== 'http://www.w3.org/1999/xhtml' && !isFormula)
      found.push(`foreign <${node.tagName}>`);
    // Labels in formulas are where pages hide in them; only letters are wanted there.
    const parent = node.parentNode;
    const isInFormula =
      parent && 'namespaceURI' in parent && parent.namespaceURI.endsWith('/MathML');
    if (isInFormula && !isFormula) found.push(`<${node.tagName}> in <${parent.tagName}>`);
    for (const { name, value, prefix } of node.attrs) {
      const full = (prefix ? `${prefix}:${name}` : name).toLowerCase();
      const isPicture = node.tagName === 'img' && full === 'src' && /^asset:\d+$/.test(value);
      if (full.startsWith('on') || (LOADS.has(full) && !isPicture))
        found.push(`${node.tagName} ${full}`);
      if (isFormula && !/^[a-z]+$/.test(full)) found.push(`${node.tagName} ${full}`);
      if (isFormula && full === 'href') found.push(`${node.tagName} href`);
      if (full === 'href' && !isHarmless(value))
        found.push(`${node.tagName} href ${value.slice(0, 40)}`);
      if (full === 'id' && !/^page-\d+$/.test(value)) found.push(`id ${value}`);
      if (full === 'name' || full === 'target') found.push(`${node.tagName} ${full}`);
    }
  }
  return found;
}

function isHarmless(href: string): boolean {
  if (/^#page-\d+$/.test(href)) return true;
  return URL.canParse(href) && ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol);
}
