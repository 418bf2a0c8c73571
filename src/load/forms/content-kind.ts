/** How a kind of content is known: by how it begins, or by a file in a ZIP archive. */
export interface ContentKind {
  /** Chinese name of the kind. */
  readonly label: string;
  /** Bytes in hexadecimal digits. */
  readonly starts?: readonly string[];
  readonly member?: string;
}
