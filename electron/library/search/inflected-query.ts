// A query with other forms of its words beside them. What was put in quotation marks, or begun with a star, means what
// it says.
import type { Inflections } from './inflections.ts';
import type { All, QueryNode } from './query-tree.ts';

/** @returns null where no word of it has another form in the library */
export function inflectedTree(root: All, inflections: Inflections): All | null {
  const inflected = inflectedNode(root, inflections);
  return inflected === root ? null : (inflected as All);
}

/** The node itself where nothing in it has forms. What is excluded stays as narrow as it was typed. */
function inflectedNode(node: QueryNode, inflections: Inflections): QueryNode {
  switch (node.kind) {
    case 'all':
    case 'any': {
      const of = node.of.map((one) => inflectedNode(one, inflections));
      return of.every((one, at) => one === node.of[at]) ? node : { ...node, of };
    }
    case 'word': {
      const [word, ...more] = node.tokens;
      if (word === undefined || more.length > 0 || node.open) return node;
      const forms = inflections(word).map((form) => ({ ...node, text: form, tokens: [form] }));
      return forms.length === 0 ? node : { kind: 'any', of: [node, ...forms] };
    }
    default:
      return node;
  }
}
