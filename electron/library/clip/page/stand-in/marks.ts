// What parts of a page give away by their structure: names of elements, addresses, code. None of one site alone.
import { HIDDEN_STYLE } from '../prepare-tree.ts';
import {
  attr,
  closest,
  type Element,
  isElement,
  type Node,
  namesOf,
  type Parent,
} from '../tree.ts';

const CHECKS =
  'captcha|turnstile|challenge[-_/.]?(?:platform|form|stage|running|page|container|script|box|widget|error|success|wrapper|spinner|body|js)|(?:bot|human|browser|visitor|client)[-_]?(?:check|verif\\w*|detect\\w*|protect\\w*|challenge)|anti-?(?:bot|robot|scrap)|(?:security|js)[-_]?challenge|slide[-_]?verify|verify[-_]?slid';
const CHECK_NAME = new RegExp(`(?:^|[\\s_-])(?:[a-z]{0,3}-?)?(?:${CHECKS})`);
/** Quicker by far, and met by few names. */
const MAY_CHECK = /captcha|turnstile|challenge|check|verif|detect|protect|anti/;
export const isCheck = (names: string): boolean => MAY_CHECK.test(names) && CHECK_NAME.test(names);
export const CHECK_SCRIPT = new RegExp(`${CHECKS}|interstitial|ddos|fingerprint`, 'i');
export const CHECK_CODE = new RegExp(CHECKS, 'i');
/** A picture with letters to read. */
export const CHECK_PICTURE = /captcha/i;
export const CHECK_FRAME = new RegExp(`${CHECKS}|interstitial|incident|_resource\\?`, 'i');

export const GOES_TO =
  /(?:location(?:\.href)?\s*=|location\.(?:replace|assign)\()\s*["']([^"']{1,300})["']/;
export const ARTICLE_DATA =
  /"@type"\s*:\s*(?:\[[^\]]*)?"[A-Za-z]*(?:Article|BlogPosting|Report|Review|Recipe)"/;
export const USER_FIELD =
  /^(?:user(?:name)?|login|log|identifier|e-?mail|account|member|uid|id)\b|username/i;

export const HOME = /^\s*(?:https?:\/\/[^/?#]+)?(?:\.?\/)(?:index\.(?:html?|php))?\s*$/i;
export const SEARCH_FIELD = /^(?:q|s|query|search|keywords?)$/i;

/** A class or an id of its own, of which numbers of posts are none. */
export const MISSING_NAME =
  /(?:^|\s)(?:(?:page|error|error-?page|template|http|status|type|body|is|pg)[-_]{0,2}404|404(?:[-_](?:page|error|content|body|wrapper|container|title|text))?|error-?404|(?:page-?)?not-?found(?:[-_](?:page|content|wrapper|container|title|text))?|error[-_]?page|page[-_]?error|four-?oh-?four)(?:$|\s)/;
export const FAULT_NAME = /(?:^|\s)(?:error-?50\d|maintenance(?:[-_](?:mode|page))?)(?:$|\s)/;
export const LOGIN_NAME =
  /(?:^|[\s_-])(?:log-?in|sign-?in|pay-?wall|members?-?only|auth(?:entication)?|restricted)(?:$|[\s_-])/;
/** Begins a class or an id: `tag-cookies` is what an article is about. */
export const CONSENT_NAME =
  /(?:^|\s)(?:[a-z]{0,4}[-_])?(?:cookies?|consent|gdpr|rgpd|dsgvo|rodo|lgpd|cmp|tcf|privacy)(?:$|[\s_-]|[a-z]{0,12}(?:wall|banner|bar|box|layer|notice|modal|popup|overlay|dialog|consent|page|container|wrapper))/;

export const MISSING_PATH =
  /\/(?:404|error(?:404|page)?|(?:page-?)?not-?found|missing)(?:[/.?#]|$)/i;
export const CHECK_PATH =
  /captcha|challenge|\/(?:sorry|blocked|verify|bot-?check|denied|interstitial|validate)(?:[/.?#]|$)/i;
export const CONSENT_PATH =
  /\/(?:cookie|consent|gdpr|privacy-?(?:gate|wall|choice)|cmp|collectconsent)[\w-]*(?:[/.?#]|$)|consent/i;
export const LOGIN_PATH =
  /(?:^|[/._-])(?:log-?[io]n|sign-?in|sign-?on|sso|oauth2?|auth|authori[sz]e|authenticate|sessions?|connexion|anmeld\w*|acced\w*|iniciar\w*|entrar|inlog\w*|logowanie|giris|paywall|subscribe|abo(?:nnement)?)(?:[/.?#_-]|$)|[?&](?:mode|action|do|view)=login/i;

const BESIDE_TAGS = new Set(['nav', 'footer', 'aside']);
const BESIDE_ROLES = new Set([
  'navigation',
  'contentinfo',
  'search',
  'menu',
  'menubar',
  'banner',
  'complementary',
]);
const BESIDE_NAME =
  /(?:^|[\s_-])(?:nav|navbar|navigation|(?:mega)?menu|breadcrumbs?|(?:site|page|global|main)?-?footer|sidebar|side-?bar|top-?bar|toolbar|skip-?link|social|share|(?:head|header|top|nav|mini|quick|sidebar|dropdown|modal|popup|widget)-?(?:log-?in|sign-?in)|(?:log-?in|sign-?in)-?(?:dropdown|modal|popup|widget|menu|bar|box|toggle|overlay|layer|flyout))(?:$|[\s_-])/;
const WHOLE = new Set(['html', 'body', 'main', 'article', 'h1', 'h2']);

/** Whether an element stands beside what the page is about. */
export function isBeside(element: Element): boolean {
  const { tagName } = element;
  if (WHOLE.has(tagName)) return false;
  if (BESIDE_TAGS.has(tagName) || BESIDE_ROLES.has(attr(element, 'role') ?? '')) return true;
  if (tagName === 'header') return !isWithin(element, 'article', 'main');
  const names = namesOf(element);
  return names.length > 1 && BESIDE_NAME.test(names);
}

const isWithin = (element: Element, ...tagNames: string[]): boolean =>
  closest(element.parentNode, (up) => isElement(up) && tagNames.includes(up.tagName)) !== null;

export const isHidden = (element: Element): boolean =>
  attr(element, 'hidden') !== null ||
  attr(element, 'aria-hidden') === 'true' ||
  (element.tagName === 'dialog' && attr(element, 'open') === null) ||
  HIDDEN_STYLE.test(attr(element, 'style') ?? '');

/** Forms in which people write have checks of their own: for comments, for messages. */
export function isWithinWriting(element: Element): boolean {
  const form = closest(element, (up) => isElement(up) && up.tagName === 'form');
  return form !== null && hasWriting(form);
}

function hasWriting(form: Parent): boolean {
  const waiting: Node[] = [...form.childNodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node)) continue;
    if (node.tagName === 'textarea') return true;
    waiting.push(...node.childNodes);
  }
  return false;
}
