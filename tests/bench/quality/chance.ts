// Choices by chance that a seed decides: the same on every machine.
import { randomOf } from '../../support/corpus.ts';

export class Chance {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomOf(seed);
  }

  /** From 0 to `count - 1`. */
  below(count: number): number {
    return Math.floor(this.#random() * count);
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  happens(share: number): boolean {
    return this.#random() < share;
  }

  pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new Error('There is nothing to pick from.');
    return from[this.below(from.length)] as T;
  }

  /** `count` different ones, or all there are, in any order. */
  some<T>(from: readonly T[], count: number): T[] {
    const left = [...from];
    const chosen: T[] = [];
    while (chosen.length < count && left.length > 0) {
      chosen.push(left.splice(this.below(left.length), 1)[0] as T);
    }
    return chosen;
  }

  shuffled<T>(from: readonly T[]): T[] {
    return this.some(from, from.length);
  }
}
