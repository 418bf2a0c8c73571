/** One file of an output: its path below the output's root, with `/`, and its bytes. */
export interface Artifact {
  readonly path: string;
  readonly body: Uint8Array;
}

/** Reads the program's own files: `templates/…`, `fonts/…`. */
export type Assets = (path: string) => Uint8Array;
