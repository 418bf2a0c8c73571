import type { Severity } from '../../model/finding.ts';
import type { Jurisdiction, WordingCategory, WordingProfile } from './terms.ts';

/** An expression that a catalogue adds under `wording.entries` in mingbai.yaml. */
export interface ExtraEntry {
  readonly id: string;
  readonly category: Exclude<WordingCategory, 'count'>;
  readonly words: readonly string[];
  readonly fields?: readonly string[];
  readonly severity?: Severity;
  readonly why?: string;
  readonly fix?: string;
  readonly bad?: string;
  readonly good?: string;
}

/** The key `wording` of mingbai.yaml, as plain JSON. */
export interface WordingSettings {
  readonly profile?: WordingProfile;
  readonly entries?: readonly ExtraEntry[];
  readonly allow_terms?: readonly { readonly text: string; readonly reason: string }[];
  /** By category (`open`) or rule (`wording-open`). */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
}

/** How to read a text: the catalogue's settings and whose regulation is cited. */
export interface WordingOptions {
  readonly settings?: WordingSettings;
  readonly profile?: WordingProfile;
  readonly jurisdiction?: Jurisdiction;
  /** Whether the text is part of a guide, which articles speak of; not said: it is. */
  readonly guide?: boolean;
  /** The type of the item (行政许可 …), for articles that speak of some types only. */
  readonly type?: string;
}
