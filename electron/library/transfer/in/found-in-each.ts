// What is found in pieces of a file, for readers that tell at the end whether the file came to its own.
import type { Problem } from '#contract/types/problem.ts';
import type { Found } from './found-item.ts';

const cutOff: Problem = {
  code: 'invalid_input',
  message: 'The file ends in the middle: what follows is missing.',
};

/**
 * @param path of the file, for what is said of one that breaks off
 * @param pieces say with their last word whether it is whole
 */
export async function* foundInEach<Piece>(
  path: string,
  pieces: AsyncGenerator<Piece, boolean>,
  find: (piece: Piece) => Iterable<Found> | AsyncIterable<Found>,
): AsyncGenerator<Found> {
  try {
    let next = await pieces.next();
    for (; !next.done; next = await pieces.next()) yield* find(next.value);
    if (!next.value) yield { place: path, problem: cutOff };
  } finally {
    // Closes the file where nobody wants the rest.
    await pieces.return(false);
  }
}
