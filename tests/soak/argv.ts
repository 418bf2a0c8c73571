import type { Random } from '../bench/random.ts';
import type { CommandShape, OptionShape } from './command-shapes.ts';
import { plausibleWord } from './plausible.ts';
import { hostileWord } from './words.ts';

/** Words of a command line; a quarter of the lines is meant well, but for what they work on. */
export function drawArgv(shape: CommandShape, random: Random): string[] {
  const hostile = random.pick([0, 0.2, 0.5, 0.9]);
  const word = (name: string): string =>
    random.chance(hostile) ? hostileWord(random) : plausibleWord(name, random);
  const words: string[] = [];
  for (const argument of shape.arguments) {
    if (!argument.required && random.chance(0.2)) break;
    const count = argument.variadic ? 1 + random.below(3) : 1;
    for (let each = 0; each < count; each += 1) words.push(word(argument.name));
  }
  for (const option of drawOptions(shape, random)) {
    if (option.value === 'none') words.push(option.flag);
    else if (option.value === 'optional' && random.chance(0.3)) words.push(option.flag);
    else if (random.chance(0.3)) words.push(`${option.flag}=${word(option.name)}`);
    else words.push(option.flag, word(option.name));
  }
  if (random.chance(hostile * 0.1))
    words.splice(random.below(words.length), 0, hostileWord(random));
  return [shape.name, ...words];
}

function drawOptions({ options }: CommandShape, random: Random): OptionShape[] {
  const share = random.pick([0.1, 0.3, 0.6]);
  return options.filter(({ name, flag }) => {
    if (name === 'help') return random.chance(0.01);
    // What is required is left out now and then; `--force` leads on in spite of errors.
    if (['--to', '--accepted', '--force', '--port'].includes(flag)) return random.chance(0.9);
    return random.chance(share);
  });
}
