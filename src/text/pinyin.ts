import { customPinyin, pinyin } from 'pinyin-pro';

/** Readings that the dictionary gets wrong in the names of services and places. */
const READINGS: Readonly<Record<string, string>> = {
  行长: 'háng zhǎng',
  银行: 'yín háng',
  会计: 'kuài jì',
  重庆: 'chóng qìng',
  六安: 'lù ān',
  台州: 'tāi zhōu',
  厦门: 'xià mén',
  番禺: 'pān yú',
  蔚县: 'yù xiàn',
  单县: 'shàn xiàn',
  浚县: 'xùn xiàn',
  重建: 'chóng jiàn',
  参与: 'cān yù',
};

let ready = false;

/** Toneless pinyin, one entry a character; what is not Chinese stays as it is, in small letters. */
export function toPinyin(text: string): string[] {
  if (!ready) {
    customPinyin({ ...READINGS });
    ready = true;
  }
  const characters = [...text];
  // One entry a character; what has no reading is given back.
  const read = pinyin(text, { type: 'array' });
  return characters.map((character, at) => {
    const syllable = read[at] ?? character;
    return syllable === character ? character.toLowerCase() : toneless(syllable);
  });
}

const TONELESS = new Map<string, string>();

/** A syllable without its tone, ü written as v. */
function toneless(syllable: string): string {
  let plain = TONELESS.get(syllable);
  if (plain === undefined) {
    const marks = /[\u0300\u0301\u0304\u030c]/g;
    const letters = syllable.normalize('NFD').replace(marks, '').normalize('NFC');
    plain = letters.replaceAll('ü', 'v').toLowerCase();
    TONELESS.set(syllable, plain);
  }
  return plain;
}
