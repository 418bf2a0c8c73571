/** One finding as the panel of a preview shows it. */
export interface PanelFinding {
  readonly severity: string;
  readonly path: string;
  readonly line: number;
  readonly message: string;
  readonly hint: string;
}

type Check = () => Promise<readonly PanelFinding[]>;

/**
 * Checks of a catalogue that is being written, one after the other. The first begins when somebody
 * asks what it finds: by then a page is there to show it.
 */
export class Checks {
  readonly #check: Check;
  #last: Promise<readonly PanelFinding[]> | undefined;
  #next: Promise<unknown> | undefined;

  constructor(check: Check) {
    this.#check = check;
  }

  /** What the check finds that began last. */
  get last(): Promise<readonly PanelFinding[]> {
    this.#last ??= this.#check();
    return this.#last;
  }

  /** Done when all has been checked that is written now: what comes meanwhile is seen too. */
  again(): Promise<unknown> {
    const done = Promise.resolve(this.#last).catch(() => undefined);
    this.#next ??= done.then(() => {
      this.#next = undefined;
      this.#last = this.#check();
      return this.#last;
    });
    return this.#next;
  }
}
