/** What can be typed after a command's name. */
export interface CommandWords {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OptionWords[];
  /** Words that its first argument can be; none where that is a path. */
  readonly words: readonly string[];
}

/** An option by its long name. */
export interface OptionWords {
  readonly name: string;
  readonly summary: string;
}

/** Scripts that teach a shell what can be typed, by shell. */
export const COMPLETIONS: Readonly<Record<string, (commands: readonly CommandWords[]) => string>> =
  {
    bash: bashScript,
    zsh: zshScript,
    fish: fishScript,
    powershell: powershellScript,
  };

function bashScript(commands: readonly CommandWords[]): string {
  const cases = commands.map(({ name, options, words }) => {
    const long = options.map((each) => each.name).join(' ');
    return `    ${name}) options="${long}" words="${words.join(' ')}" ;;`;
  });
  return `# eval "$(mingbai completion bash)"
_mingbai() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" options="" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')}" -- "$cur"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  if [ "\${cur#-}" != "$cur" ]; then
    COMPREPLY=($(compgen -W "$options" -- "$cur"))
  elif [ "$COMP_CWORD" -eq 2 ] && [ -n "$words" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
  else
    COMPREPLY=($(compgen -f -- "$cur"))
  fi
}
complete -o filenames -F _mingbai mingbai
`;
}

function zshScript(commands: readonly CommandWords[]): string {
  const names = commands.map(({ name, summary }) => `    ${single(`${name}:${summary}`)}`);
  const cases = commands.map(({ name, options, words }) => {
    const list = options.map((each) => `${each.name}[${plain(each.summary)}]`).map(single);
    const first = words.length === 0 ? [] : [single(`1:kind:(${words.join(' ')})`)];
    return `    ${name}) _arguments ${[...first, ...list, single('*:file:_files')].join(' ')} ;;`;
  });
  return `#compdef mingbai
# mingbai completion zsh > "\${fpath[1]}/_mingbai"
_mingbai() {
  local -a commands
  commands=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
compdef _mingbai mingbai
`;
}

function fishScript(commands: readonly CommandWords[]): string {
  const lines = commands.flatMap(({ name, summary, options, words }) => [
    `complete -c mingbai -n __fish_use_subcommand -f -a ${name} -d ${single(summary)}`,
    ...words.map(
      (word) => `complete -c mingbai -n '__fish_seen_subcommand_from ${name}' -f -a ${word}`,
    ),
    ...options.map(
      (each) =>
        `complete -c mingbai -n '__fish_seen_subcommand_from ${name}' ` +
        `-l ${each.name.slice(2)} -d ${single(each.summary)}`,
    ),
  ]);
  return `# mingbai completion fish > ~/.config/fish/completions/mingbai.fish\n${lines.join('\n')}\n`;
}

function powershellScript(commands: readonly CommandWords[]): string {
  const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  const rows = commands.map(({ name, options, words }) => {
    const all = [...words, ...options.map((each) => each.name)];
    return `    ${quoted(name)} = @(${all.map(quoted).join(', ')})`;
  });
  return `# mingbai completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName mingbai -ScriptBlock {
  param($word, $ast, $cursor)
  $words = @{
${rows.join('\n')}
  }
  $typed = @($ast.CommandElements | ForEach-Object { $_.ToString() })
  $known = $typed.Count -gt 2 -or ($typed.Count -eq 2 -and $word -eq '')
  $offered = if ($known) { $words[$typed[1]] } else { $words.Keys | Sort-Object }
  $offered | Where-Object { $_ -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}

/** In single quotes, for a POSIX shell and for fish. */
function single(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Without what zsh takes for the end of a description. */
function plain(text: string): string {
  return text.replaceAll('[', '（').replaceAll(']', '）').replaceAll(':', '：');
}
