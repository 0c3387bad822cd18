// JSON-LD blocks of a page as a flat list of nodes, references between them followed.

export interface JsonLdNode {
  readonly types: readonly string[];
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Nodes taken from one page, and levels followed: both far above what any page has. */
const MAX_NODES = 500;
const MAX_LEVEL = 6;

/** A block that is no JSON, even after the usual slips are mended, counts as empty: a page is read without it. */
export function readJsonLd(source: string): JsonLdNode[] {
  const nodes: JsonLdNode[] = [];
  collect(parse(source), nodes, 0);
  return nodes;
}

function collect(value: unknown, nodes: JsonLdNode[], level: number): void {
  if (level > MAX_LEVEL || nodes.length >= MAX_NODES) return;
  if (Array.isArray(value)) for (const item of value) collect(item, nodes, level + 1);
  if (!isFields(value)) return;
  if (value['@type'] !== undefined || value['@id'] !== undefined)
    nodes.push({ types: textsOf(value['@type']), fields: value });
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'itemReviewed'])
    collect(value[key], nodes, level + 1);
}

function parse(source: string): unknown {
  const bare = source
    .replace(/^\s*(?:\/\/\s*)?(?:<!\[CDATA\[|<!--)/, '')
    .replace(/(?:\/\/\s*)?(?:\]\]>|-->)\s*$/, '')
    .trim()
    .replace(/;$/, '');
  for (const mended of [bare, bare.replace(/\p{Cc}+/gu, ' ').replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(mended);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return null;
}

const ARTICLE = /(?:Article|Posting|Report|Review|Recipe|Chapter|Thesis|Letter|Interview)$/;

/** The node that tells of the article itself: an article first, then a page. */
export function articleOf(nodes: readonly JsonLdNode[]): JsonLdNode | null {
  const score = ({ types, fields }: JsonLdNode) =>
    types.some((type) => ARTICLE.test(type))
      ? 4 + (fields.headline ? 2 : 0) + (fields.author ? 1 : 0)
      : types.some((type) => /(?:WebPage|CreativeWork|VideoObject|Book|HowTo|ItemPage)$/.test(type))
        ? 1
        : 0;
  let best: JsonLdNode | null = null;
  for (const node of nodes) if (score(node) > (best ? score(best) : 0)) best = node;
  return best;
}

/** Names of people or organisations in a field: texts, nodes, references to nodes elsewhere on the page. */
export function namesIn(value: unknown, nodes: readonly JsonLdNode[], level = 0): string[] {
  if (level > 3) return [];
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((item) => namesIn(item, nodes, level + 1));
  if (!isFields(value)) return [];
  if (value.name !== undefined) return textsOf(value.name);
  const id = value['@id'];
  const other =
    typeof id === 'string' ? nodes.find((n) => n.fields['@id'] === id && n.fields.name) : null;
  return other ? textsOf(other.fields.name) : [];
}

/** The texts of a field that may be one, several, or a value with a language. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return isFields(value) && typeof value['@value'] === 'string' ? [value['@value']] : [];
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
