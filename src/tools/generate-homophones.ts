import { pinyin } from 'pinyin-pro';
import { parse } from 'yaml';

/** The first level of GB 2312, by the bytes of its rows and cells: the 3,755 common characters. */
const ROWS = [0xb0, 0xd7] as const;
const CELLS = [0xa1, 0xfe] as const;

/** src/text/homophones.gen.ts: characters that are taken for each other, a group a word. */
export function generateHomophones(read: (path: string) => string): string {
  const bySound = new Map<string, string>();
  for (const char of commonCharacters()) {
    const sounds = pinyin(char, { toneType: 'none', multiple: true, type: 'array' });
    for (const sound of new Set(sounds)) bySound.set(sound, (bySound.get(sound) ?? '') + char);
  }
  const alike = parse(read('data/look-alikes.yaml')) as string[];
  return (
    `/** Common characters that sound alike, in groups. */\n` +
    `export const SOUND_ALIKE =\n  '${[...bySound.values()].join(' ')}';\n` +
    `/** The groups of data/look-alikes.yaml. */\n` +
    `export const LOOK_ALIKE =\n  '${alike.join(' ')}';\n`
  );
}

function* commonCharacters(): Iterable<string> {
  const decoder = new TextDecoder('gb18030');
  for (let row = ROWS[0]; row <= ROWS[1]; row++) {
    for (let cell = CELLS[0]; cell <= CELLS[1]; cell++) {
      const char = decoder.decode(new Uint8Array([row, cell]));
      if (/^[\u4e00-\u9fff]$/.test(char)) yield char;
    }
  }
}
