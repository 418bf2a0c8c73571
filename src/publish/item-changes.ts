import type { SiteChange } from '../guide/lists/site-data.ts';
import { markOf } from '../text/mark.ts';

/** What changed lately, item by item. */
export class ItemChanges {
  readonly #byId = new Map<string, SiteChange[]>();

  /** Takes what the website tells of changes, newest first. */
  constructor(changes: readonly SiteChange[]) {
    for (const change of changes) {
      if (change.kind !== 'item') continue;
      const known = this.#byId.get(change.id);
      if (known === undefined) this.#byId.set(change.id, [change]);
      else known.push(change);
    }
  }

  /** The changes of an item as a part of its task. */
  tasked(id: string): { readonly changes?: readonly SiteChange[] } {
    const changes = this.#byId.get(id);
    return changes === undefined ? {} : { changes };
  }

  /** A mark of the changes of an item; empty where there is none. */
  mark(id: string): string {
    const changes = this.#byId.get(id);
    return changes === undefined ? '' : markOf(JSON.stringify(changes));
  }
}
