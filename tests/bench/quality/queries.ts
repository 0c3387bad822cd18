// What is asked of the collection: queries of six classes as people type them, and what each is for.
import type { Chance } from './chance.ts';
import { type Draft, Grade, type KnownTopic, type Memory, type Person, textOf } from './draft.ts';
import { misspell } from './misspell.ts';
import { Planter } from './planter.ts';
import { bare, hasWord, typed, withoutMarks } from './query-text.ts';
import type { Voice } from './voice.ts';

export const queryClasses = [
  'known item',
  'misspelling',
  'inflection',
  'two topics',
  'name',
  'quote',
] as const;
export type QueryClass = (typeof queryClasses)[number];

export interface QualityQuery {
  readonly class: QueryClass;
  readonly lang: string;
  readonly text: string;
  /** Keys of everything that a document must have to do with. */
  readonly of: readonly string[];
}

const PER_CLASS = 8;

export class Asker {
  readonly #voice: Voice;
  readonly #chance: Chance;
  readonly #drafts: readonly Draft[];
  readonly #planter: Planter;
  readonly #words: ReadonlySet<string>;
  readonly queries: QualityQuery[] = [];

  constructor(voice: Voice, chance: Chance, drafts: readonly Draft[]) {
    this.#voice = voice;
    this.#chance = chance;
    this.#drafts = drafts;
    this.#planter = new Planter(voice, chance, drafts);
    const { topics, objects } = voice.writing;
    this.#words = new Set(
      [...topics.flatMap(({ word, around }) => [word, ...around]), ...objects].flat(),
    );
  }

  askAll(): void {
    const quoted: Memory[] = [];
    for (let n = 0; n < PER_CLASS; n++) {
      this.#askKnownItem(n);
      this.#askMisspelt(n);
      if (this.#voice.writing.forms.length > 1) this.#askInflected(n);
      this.#askName(n);
      const { memory } = this.#planter.takeMemory();
      this.#planter.echo(memory);
      quoted.push(memory);
    }
    // Two documents are about each pair.
    const pairs = this.#drafts
      .filter(({ kind }) => kind === 'pair')
      .filter((_, at) => at % 2 === 0);
    for (const pair of this.#chance.some(pairs, PER_CLASS)) this.#askPair(pair);
    // Last, when all is written that might hold the same words.
    for (const memory of quoted) this.#askQuote(memory);
  }

  #ask(name: QueryClass, text: string, ...of: string[]): void {
    this.queries.push({ class: name, lang: this.#voice.writing.lang, text, of });
  }

  #askKnownItem(n: number): void {
    const { draft, memory } = this.#planter.takeMemory();
    if (n >= 6) {
      const noted = this.#planter.noteMemory(draft);
      const form = noted.object.find((one) => hasWord(draft.note ?? '', one));
      const words = this.#chance.shuffled([noted.adjective, form ?? '', noted.room]);
      this.#ask('known item', typed(words), noted.key);
      return;
    }
    if (n >= 4) this.#planter.markAgainstQuotation(draft, memory);
    else if (n >= 2) this.#planter.scatter(memory);
    const text = n < 2 ? this.#pieceOf(memory).toLowerCase() : this.#wordsOf(memory);
    this.#ask('known item', text, memory.key);
  }

  #askQuote(memory: Memory): void {
    const others = this.#drafts
      .filter(({ grades }) => !grades.has(memory.key))
      .map(textOf)
      .map(bare);
    const piece = until(() => {
      const piece = this.#pieceOf(memory);
      return others.some((text) => text.includes(piece)) ? null : piece;
    });
    this.#ask('quote', `"${piece}"`, memory.key);
  }

  #askMisspelt(n: number): void {
    const { mistyped } = this.#voice.writing;
    if (mistyped || n < 3) {
      const { key, wrong } = until(() => {
        const topic = this.#chance.pick(this.#voice.topics);
        const word = this.#chance.pick(topic.word);
        const wrong = mistyped ? (mistyped[word] ?? null) : this.#misspelt(word);
        return wrong === null ? null : { key: topic.key, wrong };
      });
      this.#ask('misspelling', typed([wrong]), key);
    } else if (n < 6) {
      const { memory, wrong } = until(() => {
        const { memory } = this.#planter.takeMemory();
        const wrong = this.#misspelt(memory.object[1] ?? '');
        return wrong === null ? null : { memory, wrong };
      });
      const words = this.#chance.shuffled([memory.adjective, wrong, memory.room]);
      this.#ask('misspelling', typed(words), memory.key);
    } else {
      const { person, wrong } = until(() => {
        const person = this.#profiled();
        const wrong = this.#misspelt(person.surname);
        return wrong === null ? null : { person, wrong };
      });
      this.#ask('misspelling', typed([person.first, wrong]), person.key);
    }
  }

  #askInflected(n: number): void {
    if (n < 5) {
      const topics = this.#voice.topics.filter(({ word }) => new Set(word).size > 1);
      const { word, key } = this.#chance.pick(topics);
      this.#ask('inflection', typed([this.#chance.pick(word)]), key);
      return;
    }
    const { object, room, person, key } = until(() => {
      const { memory } = this.#planter.takeMemory();
      return memory.object[0] === memory.object[1] ? null : memory;
    });
    // Texts have the other form.
    const words = this.#chance.shuffled([object[0] ?? '', room, person.surname]);
    this.#ask('inflection', typed(words), key);
  }

  #askPair(pair: Draft): void {
    const [first, second] = pair.topics as [KnownTopic, KnownTopic];
    const text = textOf(pair);
    const formOf = ({ word }: KnownTopic) =>
      pair.forms.map((form) => word[form] ?? '').find((one) => hasWord(text, one)) ?? word[0] ?? '';
    this.#ask('two topics', typed([formOf(first), formOf(second)]), first.key, second.key);
  }

  #askName(n: number): void {
    const { first, surname, name, key, surnameKey } = this.#profiled();
    if (n < 3) this.#ask('name', name, key);
    else if (n < 5) this.#ask('name', typed([surname]), surnameKey);
    else if (n < 7) this.#ask('name', withoutMarks(name.toLowerCase()), key);
    else this.#ask('name', typed([surname, first]), key);
  }

  #profiled(): Person {
    const profiles = this.#drafts.filter(({ kind }) => kind === 'profile');
    return this.#chance.pick(
      this.#voice.people.filter(({ key }) =>
        profiles.some(({ grades }) => grades.get(key) === Grade.subject),
      ),
    );
  }

  #wordsOf({ adjective, object, room, town, person }: Memory): string {
    const more = this.#chance.some([room, town, person.surname], 2);
    return typed(this.#chance.shuffled([adjective, object[1] ?? '', ...more]));
  }

  /** Words in a row that hold the object and what it is like. */
  #pieceOf({ sentence, adjective, object }: Memory): string {
    const { gap } = this.#voice.writing;
    const units = gap === '' ? [...sentence] : sentence.split(gap);
    return until(() => {
      const length = gap === '' ? this.#chance.between(9, 14) : this.#chance.between(4, 7);
      const start = this.#chance.below(Math.max(1, units.length - length));
      const piece = units.slice(start, start + length).join(gap);
      const holds = (word: string) => piece.toLowerCase().includes(word.toLowerCase());
      return holds(adjective) && holds(object[1] ?? '') ? bare(piece) : null;
    });
  }

  #misspelt(word: string): string | null {
    return misspell(word, this.#chance, (one) => this.#words.has(one));
  }
}

/** Tries until something comes of it. */
function until<T>(make: () => T | null): T {
  for (let tries = 0; tries < 10_000; tries++) {
    const made = make();
    if (made !== null) return made;
  }
  throw new Error('Nothing comes of it.');
}
