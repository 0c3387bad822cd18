// Links made up of what links are made of, and of anything: few of them mean something.
import fc from 'fast-check';

/** An article that is nowhere. */
export const UID = '01JDZ3N8Y7Q4W2V6T5S9R1P0MK';

const piece = fc.constantFrom(
  'lectern:',
  'clip',
  'open',
  '?url=',
  '?uid=',
  '&',
  '#',
  '%00',
  '//',
  'https://a.example/',
  'https%3A%2F%2Fa.example%2F',
  'javascript:alert(1)',
  'file:///etc/passwd',
  UID,
  '..',
);

export const oddLink = fc.oneof(
  fc
    .array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 8 })
    .map((pieces) => `lectern:${pieces.join('')}`),
  piece.map((rest) => `lectern:clip?url=${rest}`),
);
