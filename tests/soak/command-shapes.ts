import { Command } from 'commander';
import { COMMANDS } from '../../src/commands/index.ts';

/** What a command takes, as commander knows it. */
export interface CommandShape {
  readonly name: string;
  readonly arguments: readonly ArgumentShape[];
  readonly options: readonly OptionShape[];
}

export interface ArgumentShape {
  readonly name: string;
  readonly required: boolean;
  readonly variadic: boolean;
}

export interface OptionShape {
  /** `format` of `--format <format>`. */
  readonly name: string;
  readonly flag: string;
  readonly value: 'none' | 'optional' | 'required';
}

/** Options that cli.ts gives to every command. */
const EVERYWHERE: readonly OptionShape[] = [
  { name: 'lang', flag: '--lang', value: 'required' },
  { name: 'help', flag: '--help', value: 'none' },
];

/** Every command with all its arguments and options: what is added to one is drawn, too. */
export function commandShapes(): CommandShape[] {
  return COMMANDS.map((entry) => {
    const command = new Command(entry.name);
    entry.declare(command, ({ en }) => en);
    const options = command.options.map(
      ({ long, short, required, optional }): OptionShape => ({
        name: (long ?? '').replace(/^--/, ''),
        flag: long ?? short ?? '',
        value: required ? 'required' : optional ? 'optional' : 'none',
      }),
    );
    return {
      name: entry.name,
      arguments: command.registeredArguments.map((argument) => ({
        name: argument.name(),
        required: argument.required,
        variadic: argument.variadic,
      })),
      options: [...options, ...EVERYWHERE],
    };
  });
}
