import type { Entry } from '../model/catalog.ts';
import { idOfPath } from '../model/kinds.ts';
import type { Item } from '../model/schema.gen.ts';
import type { Source } from '../model/source.ts';

/** An item that was read at an earlier check; its value is put together when somebody asks. */
export class RememberedEntry implements Entry<Item> {
  readonly id: string;
  readonly path: string;
  readonly source: Source;
  readonly #json: Buffer;
  #value: Item | undefined;

  constructor(path: string, source: Source, json: Buffer) {
    this.id = idOfPath(path);
    this.path = path;
    this.source = source;
    this.#json = json;
  }

  get value(): Item {
    this.#value ??= JSON.parse(this.json.toString('utf8')) as Item;
    return this.#value;
  }

  /** The value as it was remembered. */
  get json(): Buffer {
    return this.#json;
  }
}
