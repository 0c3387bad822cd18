// Chance from a seed, with the few questions that a mutator asks of it.
import { randomOf } from '../corpus.ts';

export interface Dice {
  /** Whether something of this probability happens. */
  chance(probability: number): boolean;
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number;
  pick<T>(from: readonly T[]): T;
  /** Some of a list, in its order, at least one where there is one. */
  some<T>(from: readonly T[], share: number): T[];
}

export function diceOf(seed: number): Dice {
  const random = randomOf(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  return {
    chance: (probability) => random() < probability,
    below,
    pick: (from) => {
      if (from.length === 0) throw new Error('nothing to pick from');
      return from[below(from.length)] as (typeof from)[number];
    },
    some: (from, share) => {
      const chosen = from.filter(() => random() < share);
      return chosen.length > 0 || from.length === 0
        ? chosen
        : [from[below(from.length)] as (typeof from)[number]];
    },
  };
}
