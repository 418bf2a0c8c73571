const NAMED_BASIS =
  '(?:(?:根据|按照?|执行|(?:收费|文件|收费标准)?依据(?:文件)?)[：为]?)?' +
  '(?:[\\u4e00-\\u9fff、]{2,40}?(?:部|委|会|局|厅|府|院|署|办|办公室|市|省))?(?:关于)?$';
const BRACKET = '（(?:[^（）]|（[^（）]*）)*）';
/** `发改价格规〔2016〕2559号` without a title, at the start of a clause. */
const NUMBER =
  '(?<=^|[，；。：、\\ue000])(?:(?:根据|按照?|执行|(?:收费|文件|政策)?依据)[：为]?)?' +
  '[\\u4e00-\\u9fff]{2,14}（(?:19|20)\\d{2}）第?\\d+号(?:文件?)?(?:规定)?[，。；：、]?';
const BEHIND =
  `^(?:${BRACKET}|第[一二三四五六七八九十百零\\d]+(?:条|款|项)|[、，]?(?=第)|等文件|等|` +
  '的?规定(?:收取|执行)?|文件?规定?|执行|收取|的?通知|和|及|、(?=《))*[，。；：、.]?';

/** A bracket of which nothing is left: `（依据：…号）`. */
const EMPTY = /（(?:收费)?(?:依据|根据|按照?|见)?[：为]?\ue000+(?:规定|执行)?）/g;

/** Where laws and documents stand in a text about charges; in `rest` private-use characters stand for them. */
export function takeBasis(text: string): {
  readonly rest: string;
  readonly basis: (readonly [number, number])[];
} {
  const basis: (readonly [number, number])[] = [];
  let at = 0;
  for (;;) {
    const open = text.indexOf('《', at);
    const close = closing(text, open);
    if (open < 0 || close < 0) break;
    const before = new RegExp(NAMED_BASIS).exec(text.slice(at, open));
    const from = open - (before?.[0].length ?? 0);
    const behind = new RegExp(BEHIND).exec(text.slice(close + 1));
    const to = close + 1 + (behind?.[0].length ?? 0);
    basis.push([from, to]);
    at = to;
  }
  let rest = text;
  for (const [from, to] of basis) rest = blank(rest, from, to);
  for (const match of rest.matchAll(new RegExp(NUMBER, 'g'))) {
    basis.push([match.index, match.index + match[0].length]);
  }
  for (const [from, to] of basis) rest = blank(rest, from, to);
  const bracketed = rest.replace(EMPTY, (one) => '\ue000'.repeat(one.length));
  return { rest: bracketed, basis: basis.sort(([a], [b]) => a - b) };
}

function blank(text: string, from: number, to: number): string {
  return text.slice(0, from) + '\ue000'.repeat(to - from) + text.slice(to);
}

function closing(text: string, from: number): number {
  let depth = 0;
  for (let at = Math.max(0, from); at < text.length; at++) {
    if (text[at] === '《') depth++;
    if (text[at] === '》' && --depth === 0) return at;
  }
  return -1;
}
