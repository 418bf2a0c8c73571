import type { Item } from '../model/schema.gen.ts';
import { strings } from '../model/texts.ts';
import type { Rule } from './rule.ts';

/** A rule by its place, which wants a text; any when `text` is undefined. */
interface Want {
  readonly rule: number;
  readonly text: string | undefined;
}

/**
 * Which rules can say anything of an item, by the texts that they want (`when`): one walk over its
 * texts instead of one a rule.
 */
export class Wanted {
  /** By field. */
  readonly #wants = new Map<string, Want[]>();
  /** By rule: 1 for those that are always asked. */
  readonly #always: Uint8Array;

  constructor(rules: readonly Rule[]) {
    this.#always = Uint8Array.from(rules, ({ when }) => (when === undefined ? 1 : 0));
    for (const [rule, { when = [] }] of rules.entries()) {
      for (const want of when) {
        const [field = '', text] = want.split('=');
        const wants = this.#wants.get(field) ?? [];
        this.#wants.set(field, [...wants, { rule, text }]);
      }
    }
  }

  /** By rule: 1 for those to be asked about an item, else 0. */
  in(item: Item): Uint8Array {
    const due = this.#always.slice();
    for (const { field, text } of strings(item)) {
      const wants = this.#wants.get(field);
      if (wants === undefined) continue;
      for (const want of wants) {
        if (want.text === undefined || want.text === text) due[want.rule] = 1;
      }
    }
    return due;
  }
}
