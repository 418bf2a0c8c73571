/** Whole numbers from 0, one behind the other: four bytes each. */
export class Numbers {
  #all: Uint32Array<ArrayBuffer>;
  #end: number;

  /** Goes on behind those given, which it takes for its own. */
  constructor(first: Uint32Array<ArrayBuffer> = new Uint32Array(0)) {
    this.#all = first;
    this.#end = first.length;
  }

  /** How many there are. */
  get length(): number {
    return this.#end;
  }

  /** The number at a place; 0 where none is. */
  at(place: number): number {
    return this.#all[place] ?? 0;
  }

  push(...more: readonly number[]): void {
    this.#grow(more.length);
    for (const each of more) {
      this.#all[this.#end] = each;
      this.#end += 1;
    }
  }

  /** Adds many at once. */
  append(more: Uint32Array): void {
    this.#grow(more.length);
    this.#all.set(more, this.#end);
    this.#end += more.length;
  }

  /** Those from `start` to before `end`: not a copy, and only until more are added. */
  part(start = 0, end = this.#end): Uint32Array<ArrayBuffer> {
    return this.#all.subarray(start, end);
  }

  #grow(more: number): void {
    if (this.#end + more <= this.#all.length) return;
    const longer = new Uint32Array(Math.max(1024, this.#end + more, this.#all.length * 2));
    longer.set(this.#all);
    this.#all = longer;
  }
}
