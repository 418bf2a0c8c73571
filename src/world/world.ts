/** What the program may know of and do to its surroundings; tests pass their own. */
export interface World {
  /** The working folder, absolute; reported paths are relative to it. */
  readonly cwd: string;
  /** Today as YYYY-MM-DD. */
  readonly today: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes to standard output: the answer. A promise is kept when there is room for more. */
  out(text: string): Promise<void> | void;
  /** Writes to standard error: progress and failures. */
  err(text: string): Promise<void> | void;
  /** All of standard input. */
  stdin(): Promise<Uint8Array>;
  /**
   * Asks whoever sits at the terminal, and gives the answer without blanks around it; undefined
   * when there is no more. Absent where nobody sits there.
   */
  ask?(question: string): Promise<string | undefined>;
  /** Whether each stream is a terminal. */
  readonly terminal: { readonly out: boolean; readonly err: boolean };
}
