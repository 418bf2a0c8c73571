import type { Hand } from './crew-hands.ts';

/** How many chunks for each hand may wait for one that comes before them. */
const AHEAD = 8;

/** One run of a crew: chunks are dealt to whoever is free, answers are laid down in order. */
export class Deal<In, Out> {
  readonly #hands: readonly Hand<In, Out>[];
  readonly #chunks: Iterator<In>;
  readonly #answers = new Map<number, Out>();
  readonly #held = new Map<Hand<In, Out>, number>();
  #given = 0;
  #next = 0;
  #over = false;
  #fault: { readonly error: unknown } | undefined;
  #wake: () => void = () => {};

  constructor(hands: readonly Hand<In, Out>[], chunks: Iterable<In>) {
    this.#hands = hands;
    this.#chunks = chunks[Symbol.iterator]();
  }

  /** The answers in the order of the chunks; throws the first error and lets the hands go. */
  async *answers(): AsyncIterable<Out> {
    for (;;) {
      for (const hand of this.#hands) while (this.#give(hand));
      if (this.#answers.has(this.#next)) {
        // It is there, as was just asked; undefined may be an answer.
        const answer = this.#answers.get(this.#next) as Out;
        this.#answers.delete(this.#next);
        this.#next += 1;
        yield answer;
        // Meanwhile hands may have become free that nobody would wake this for.
        continue;
      }
      if (this.#fault !== undefined) break;
      if (this.#over && this.#next === this.#given) return;
      await this.#something();
    }
    await Promise.all(this.#hands.map((hand) => hand.close()));
    throw this.#fault.error;
  }

  /** Gives a hand the next chunk; false when it has enough or there is none. */
  #give(hand: Hand<In, Out>): boolean {
    const held = this.#held.get(hand) ?? 0;
    const ahead = this.#given - this.#next;
    if (this.#over || held >= hand.holds || ahead >= this.#hands.length * AHEAD) return false;
    const chunk = this.#chunks.next();
    if (chunk.done === true) {
      this.#over = true;
      return false;
    }
    this.#held.set(hand, held + 1);
    void this.#await(hand, this.#given, chunk.value);
    this.#given += 1;
    return true;
  }

  async #await(hand: Hand<In, Out>, at: number, chunk: In): Promise<void> {
    try {
      this.#answers.set(at, await hand.do(chunk));
    } catch (error) {
      this.#fault ??= { error };
    }
    this.#held.set(hand, (this.#held.get(hand) ?? 1) - 1);
    this.#wake();
  }

  #something(): Promise<void> {
    return new Promise((wake) => {
      this.#wake = wake;
    });
  }
}
