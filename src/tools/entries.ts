/** The modules that are loaded by their address, each a file of its own in dist/js. */
export const ENTRIES = [
  // What bin/mingbai.js asks for.
  'cli.ts',
  'model/version.ts',
  'world/real.ts',
  // What programs import.
  'api.ts',
  // What threads are started with.
  'world/pool-thread.ts',
  'commands/item-work.ts',
  // What is read at the first mistake.
  'load/validators.gen.cjs',
] as const;
