/** A file that an export makes; `/` in its path only below a folder. */
export interface ExportedFile {
  readonly path: string;
  readonly body: string | Uint8Array;
}
