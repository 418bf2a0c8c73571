import type { Entry } from '../model/catalog.ts';
import type { Files } from '../model/files.ts';
import type { Finding } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';
import { invisibleFindings, maySuspectFile, withoutLoneSurrogates } from './invisible.ts';
import { readFaults } from './read-faults.ts';
import { readText } from './read-text.ts';

/** One file as an entry of the catalogue, if it can be used, and what is wrong with it. */
export interface ReadEntry {
  readonly entry?: Entry<unknown>;
  readonly findings: readonly Finding[];
}

/** Reads, parses and checks one file against its schema. */
export function readEntry(path: string, kind: Kind, files: Files): ReadEntry {
  const text = readText(path, files);
  if (typeof text !== 'string') return { findings: [text] };
  const { entry, faults } = readFaults(path, text, kind);
  const findings = faults.map(({ finding }) => finding);
  if (!maySuspectFile(text)) return entry === undefined ? { findings } : { entry, findings };
  return tellInvisible(path, text, entry === undefined ? { findings } : { entry, findings });
}

/** Adds what is found of characters that cannot be seen; half characters are taken out. */
function tellInvisible(path: string, text: string, { entry, findings }: ReadEntry): ReadEntry {
  const found = [...findings, ...invisibleFindings(path, text, entry?.value)];
  if (entry === undefined) return { findings: found };
  return { entry: { ...entry, value: withoutLoneSurrogates(entry.value) }, findings: found };
}
