/** Longest code that deflate allows. */
const LONGEST = 15;

/** Codes of an alphabet, each turned round so that it can be written from its lowest bit. */
export interface Codes {
  readonly lengths: Uint8Array;
  readonly codes: Uint16Array;
}

/** The codes that write symbols of these frequencies shortest; every symbol gets one. */
export function huffmanCodes(counts: readonly number[]): Codes {
  let lengths = codeLengths(counts);
  for (let floor = 1; Math.max(...lengths) > LONGEST; floor *= 2) {
    lengths = codeLengths(counts.map((count) => Math.max(count, floor)));
  }
  const codes = new Uint16Array(lengths.length);
  let code = 0;
  for (let length = 1; length <= LONGEST; length += 1) {
    code <<= 1;
    lengths.forEach((own, symbol) => {
      if (own !== length) return;
      codes[symbol] = turned(code, length);
      code += 1;
    });
  }
  return { lengths, codes };
}

interface Node {
  readonly weight: number;
  readonly symbols: readonly number[];
}

/** Joins the two lightest trees until one is left; a join makes all below one bit longer. */
function codeLengths(counts: readonly number[]): Uint8Array {
  const lengths = new Uint8Array(counts.length);
  let trees: Node[] = counts.map((count, symbol) => ({
    weight: Math.max(count, 1),
    symbols: [symbol],
  }));
  trees.sort((a, b) => a.weight - b.weight);
  while (trees.length > 1) {
    const [a, b, ...rest] = trees as [Node, Node, ...Node[]];
    const joined = { weight: a.weight + b.weight, symbols: [...a.symbols, ...b.symbols] };
    for (const symbol of joined.symbols) lengths[symbol] = (lengths[symbol] ?? 0) + 1;
    const place = rest.findIndex(({ weight }) => weight > joined.weight);
    rest.splice(place < 0 ? rest.length : place, 0, joined);
    trees = rest;
  }
  return lengths;
}

function turned(code: number, length: number): number {
  let result = 0;
  for (let bit = 0; bit < length; bit += 1) result |= ((code >>> bit) & 1) << (length - 1 - bit);
  return result;
}
