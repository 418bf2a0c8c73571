import type { Random } from './random.ts';

/** From here on a text has a list inside, whose numbers and line ends take their share. */
const LONG = 110;
const MARKS = 0.25;

/** Pieces of text until it is about `length` characters long, at least one piece. */
export function piecesOf(random: Random, length: number, pieces: readonly string[]): string[] {
  const taken: string[] = [];
  for (let left = length; ; ) {
    const fitting = pieces.filter((piece) => piece.length <= left + 2);
    if (fitting.length === 0) break;
    const piece = numbered(random.pick(fitting), random);
    taken.push(piece);
    left -= piece.length + 1;
  }
  return taken.length > 0 ? taken : [numbered(shortest(pieces), random)];
}

/** A text of about `length` characters: sentences, and a list inside when it is long. */
export function textOf(random: Random, length: number, pieces: readonly string[]): string {
  const plain = length > LONG ? length - Math.round((length - LONG) * MARKS) : length;
  const taken = piecesOf(random, plain, pieces);
  if (length <= LONG) return `${taken.join('，')}。`;
  const rows = taken.slice(1).map((piece, place) => `${place + 1}. ${piece}。`);
  return `${taken[0]}，并且逐项达到下列要求：\n\n${rows.join('\n')}`;
}

/** A name of about `length` characters, what does not fit the name in brackets behind it. */
export function nameOf(
  random: Random,
  length: number,
  names: readonly string[],
  details: readonly string[],
): string {
  const fitting = names.filter((name) => name.length <= length);
  const name = fitting.length > 0 ? random.pick(fitting) : shortest(names);
  const left = length - name.length - 2;
  return left < 3 ? name : `${name}（${piecesOf(random, left, details).join('，')}）`;
}

/** A text as a YAML value after `key:`, indented below a key at `indent`. */
export function yamlText(text: string, indent: number): string {
  if (!text.includes('\n')) return text;
  const margin = ' '.repeat(indent + 2);
  return `|-\n${text.replace(/^(?=.)/gm, margin)}`;
}

function numbered(piece: string, random: Random): string {
  return piece.replaceAll('#', () => String(2 + random.below(30)));
}

function shortest(pieces: readonly string[]): string {
  return pieces.reduce((best, piece) => (piece.length < best.length ? piece : best));
}
