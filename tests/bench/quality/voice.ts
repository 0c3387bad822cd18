// Speaks one language of the collection: fills sentences, invents people, and what one would remember.
import type { Chance } from './chance.ts';
import type { KnownTopic, Memory, Person } from './draft.ts';
import type { Writing } from './words/writing.ts';

const PEOPLE = 30;
const FIRST_YEAR = 1880;
const LAST_YEAR = 2024;

export class Voice {
  readonly writing: Writing;
  readonly topics: readonly KnownTopic[];
  readonly people: readonly Person[];
  readonly #chance: Chance;
  readonly #remembered = new Set<string>();

  constructor(writing: Writing, chance: Chance) {
    this.writing = writing;
    this.#chance = chance;
    const { lang } = writing;
    this.topics = writing.topics.map((topic) => ({ ...topic, key: `${lang} ${topic.word[0]}` }));
    this.people = this.#inventPeople();
  }

  /** Sentences in which a topic is named in one of these forms. */
  naming(topic: KnownTopic, forms: readonly number[]): string {
    const wanted = this.writing.about.filter((one) =>
      forms.some((form) => one.includes(`{T${form}}`)),
    );
    return this.fill(this.#chance.pick(wanted), { topic });
  }

  /** About a topic, without its own word. */
  around(topic: KnownTopic): string {
    const wanted = this.writing.about.filter((one) => !/\{T\d\}/.test(one));
    return this.fill(this.#chance.pick(wanted), { topic });
  }

  filler(): string {
    return this.fill(this.#chance.pick(this.writing.filler), {});
  }

  /** A memory that nobody else has. */
  remember(person = this.#chance.pick(this.people)): Memory {
    const { writing } = this;
    for (;;) {
      const parts = {
        person,
        adjective: this.#chance.pick(writing.adjectives),
        object: this.#chance.pick(writing.objects),
        town: this.#chance.pick(writing.towns),
        room: this.#chance.pick(writing.rooms),
        number: this.#chance.pick(writing.numbers),
      };
      const identity = [parts.adjective, parts.object[0], parts.room].join(' ');
      if (this.#remembered.has(identity)) continue;
      this.#remembered.add(identity);
      return this.tell(`${writing.lang} ${identity}`, parts);
    }
  }

  /** The same parts in a sentence; another than `not`. */
  tell(key: string, parts: Omit<Memory, 'key' | 'sentence'>, not = ''): Memory {
    for (;;) {
      const sentence = this.fill(this.#chance.pick(this.writing.memorable), { memory: parts });
      if (sentence !== not) return { ...parts, key, sentence };
    }
  }

  fill(
    template: string,
    given: {
      topic?: KnownTopic | undefined;
      person?: Person;
      form?: number;
      memory?: Omit<Memory, 'key' | 'sentence'>;
    },
  ): string {
    const { topic, person = given.memory?.person, form = 0, memory } = given;
    const filled = template.replace(/\{([A-Z])(\d?)\}/g, (_, slot: string, digit: string) => {
      const at = digit === '' ? form : Number(digit);
      switch (slot) {
        case 'T':
          return topic?.word[at] ?? topic?.word[0] ?? '';
        case 'V': {
          const word = this.#chance.pick(topic?.around ?? [['']]);
          return word[at] ?? word[0] ?? '';
        }
        case 'P':
          return person?.name ?? this.#chance.pick(this.people).name;
        case 'L':
          return memory?.town ?? this.#chance.pick(this.writing.towns);
        case 'Y':
          return String(this.#chance.between(FIRST_YEAR, LAST_YEAR));
        case 'N':
          return memory?.number ?? this.#chance.pick(this.writing.numbers);
        case 'A':
          return memory?.adjective ?? '';
        case 'O':
          return memory?.object[at] ?? memory?.object[0] ?? '';
        case 'R':
          return memory?.room ?? '';
        default:
          return this.#chance.pick(this.writing.everyday);
      }
    });
    return filled.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  }

  /** First names and surnames come back in other people. */
  #inventPeople(): Person[] {
    const { lang, firstNames, surnames, gap } = this.writing;
    const pairs = surnames.flatMap((surname) => firstNames.map((first) => ({ first, surname })));
    return this.#chance.some(pairs, PEOPLE).map(({ first, surname }) => {
      const name = gap === '' ? surname + first : `${first} ${surname}`;
      return {
        key: `${lang} ${name}`,
        surnameKey: `${lang} … ${surname}`,
        first,
        surname,
        name,
      };
    });
  }
}
