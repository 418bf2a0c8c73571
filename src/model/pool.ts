/**
 * Several workers that do one kind of work, this thread being one of them. What they are given and
 * what they answer is copied between threads: plain data, maps, bytes, but no functions.
 */
export interface Pool<In, Out> {
  /** How many workers there are; with one all work is done in this thread. */
  readonly size: number;
  /**
   * The answers, in the order of the tasks, as soon as they are there. Tasks are asked for only
   * when a worker is nearly free. The first error of a worker is thrown here with its own stack,
   * and ends the pool.
   */
  run(tasks: Iterable<In>): AsyncIterable<Out>;
  /** Ends the other threads; to be called when all is done, however it ended. */
  close(): Promise<void>;
}

/** What a module of work exports as `startWork`: prepares one worker and gives what it does. */
export type StartWork<Setup, In, Out> = (setup: Setup) => Work<In, Out> | Promise<Work<In, Out>>;

/** What one worker does with one task. */
export type Work<In, Out> = (task: In) => Out | Promise<Out>;
