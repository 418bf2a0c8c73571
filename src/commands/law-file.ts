import { basename, resolve } from 'node:path';
import type { LawText } from '../law/read-law.ts';
import { UsageError } from './command.ts';
import { readFileBytes, textOf } from './text-file.ts';

/**
 * The law in a file: text, Markdown, a Word document or a web page. Throws UsageError for what
 * cannot be read.
 */
export async function readLawFile(name: string, cwd: string): Promise<LawText> {
  const { readLaw } = await import('../law/read-law.ts');
  return readLaw(await readLawText(name, cwd));
}

/** Its text, from the title on. */
export async function readLawText(name: string, cwd: string): Promise<string> {
  const { findLaw } = await import('../law/find-law.ts');
  const { textOfDocument } = await import('../import/document-text.ts');
  const { ImportFailure } = await import('../import/failure.ts');
  const bytes = readFileBytes(resolve(cwd, name), name);
  try {
    return findLaw(textOfDocument({ name: basename(name), bytes }) ?? textOf(bytes, name));
  } catch (error) {
    throw error instanceof ImportFailure ? new UsageError(error.words) : error;
  }
}
