/** Files by path, each made when somebody asks for it: all of them may be too much to hold. */
export class MadeFiles implements Iterable<[path: string, text: string]> {
  readonly #makers = new Map<string, () => string>();

  add(path: string, make: () => string): void {
    this.#makers.set(path, make);
  }

  get size(): number {
    return this.#makers.size;
  }

  keys(): IterableIterator<string> {
    return this.#makers.keys();
  }

  /** The text of a file; undefined when there is none at this path. */
  get(path: string): string | undefined {
    return this.#makers.get(path)?.();
  }

  *[Symbol.iterator](): Iterator<[path: string, text: string]> {
    for (const [path, make] of this.#makers) yield [path, make()];
  }
}
