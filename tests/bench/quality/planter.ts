// Finds documents that one may ask for, and plants rivals of them: documents with the same words that are not meant.
import type { Chance } from './chance.ts';
import { type Draft, Grade, insertSentence, type Memory, namePerson, raise } from './draft.ts';
import type { Voice } from './voice.ts';

export class Planter {
  readonly #voice: Voice;
  readonly #chance: Chance;
  /** Each is asked for once. */
  readonly #targets: Draft[];
  readonly #long: readonly Draft[];

  constructor(voice: Voice, chance: Chance, drafts: readonly Draft[]) {
    this.#voice = voice;
    this.#chance = chance;
    this.#targets = chance.shuffled(drafts.filter(({ kind }) => kind === 'topic'));
    this.#long = drafts.filter(({ kind }) => kind === 'essay' || kind === 'digest');
  }

  /** A document that was not asked for yet, and what one remembers of it. */
  takeMemory(): { draft: Draft; memory: Memory } {
    const draft = this.#targets.pop();
    if (!draft) throw new Error('There are too few documents for so many queries.');
    return { draft, memory: this.#chance.pick(draft.memories) };
  }

  /** The reader marks it here; the same sentence stands elsewhere without a mark. */
  markAgainstQuotation(draft: Draft, { sentence, key, person }: Memory): void {
    draft.highlights.push(sentence);
    draft.marked.add(key);
    const other = this.#chance.pick(this.#long);
    insertSentence(other, sentence, this.#chance.below(100) / 100);
    raise(other, key, Grade.part);
    namePerson(other, person, Grade.passing);
  }

  /** Something that only the reader's note says. */
  noteMemory(draft: Draft): Memory {
    const memory = this.#voice.remember();
    draft.note = this.#voice.fill(this.#chance.pick(this.#voice.writing.notes), { memory });
    draft.marked.add(memory.key);
    raise(draft, memory.key, Grade.subject);
    this.scatter(memory);
    return memory;
  }

  /** Spreads the words of a memory over other sentences of a long document. */
  scatter({ adjective, object, room, town }: Memory): void {
    const other = this.#chance.pick(this.#long);
    for (const kept of [{ adjective }, { object }, { room, town }]) {
      const { sentence, person } = this.#voice.tell('', { ...this.#voice.remember(), ...kept });
      insertSentence(other, sentence, this.#chance.below(100) / 100);
      namePerson(other, person, Grade.passing);
    }
  }

  /** Tells the same elsewhere in another order. */
  echo(memory: Memory): void {
    const other = this.#chance.pick(this.#long);
    const { sentence } = this.#voice.tell('', memory, memory.sentence);
    insertSentence(other, sentence, this.#chance.below(100) / 100);
    namePerson(other, memory.person, Grade.passing);
  }
}
