/**
 * Several hands that do one kind of work, this thread being one of them. What they are given and
 * what they answer is copied between threads: plain data, maps, bytes, but no functions.
 */
export interface Crew<In, Out> {
  /** How many hands there are; with one all work is done in this thread. */
  readonly size: number;
  /**
   * The answers, in the order of the chunks, as soon as they are there. Chunks are asked for only
   * when a hand is nearly free. The first error of a hand is thrown here with its own stack, and
   * ends the crew.
   */
  run(chunks: Iterable<In>): AsyncIterable<Out>;
  /** Lets the other threads go; to be called when all is done, however it ended. */
  close(): Promise<void>;
}

/** What a module of work exports as `startWork`: prepares one hand and gives what it does. */
export type StartWork<Setup, In, Out> = (setup: Setup) => Work<In, Out> | Promise<Work<In, Out>>;

/** What one hand does with one chunk. */
export type Work<In, Out> = (chunk: In) => Out | Promise<Out>;
