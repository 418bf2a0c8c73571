import { profilesOf } from '../lint/completeness/profiles.ts';
import { pathsWanted } from '../lint/completeness/wanted.ts';
import { streamCatalog } from '../load/stream.ts';
import type { KeyLanguage } from '../model/key-names.ts';
import { type Kind, kindOfPath } from '../model/kinds.ts';
import { schemaOf } from '../model/schema-node.ts';
import { say } from '../model/words.ts';
import { blankDraft } from '../scaffold/blank-draft.ts';
import { commentedYaml } from '../scaffold/commented-yaml.ts';
import { copiedItem } from '../scaffold/copied-item.ts';
import { keysOf } from '../scaffold/key-language.ts';
import { UsageError } from './command.ts';
import type { Located } from './open.ts';
import { oneOf } from './option-values.ts';
import { textOf } from './text-file.ts';

/** The item type whose elements are written where none is given: it has the most. */
const FULLEST = '行政许可';

/** A file with blanks, in the key language of the catalogue. */
export function draftText(
  kind: Kind,
  asked: { readonly id: string; readonly type?: string; readonly department: string },
  located: Located,
): string {
  const type = asked.type === undefined ? undefined : typeNamed(asked.type);
  const paths = kind === 'item' ? pathsOf(type, located) : [];
  const given = {
    id: asked.id,
    ...(kind === 'item' ? { department: asked.department } : {}),
    ...(type === undefined ? {} : { type }),
  };
  const draft = { ...blankDraft(kind, { type, paths }), ...given };
  return commentedYaml(draft, { kind, keys: keyLanguage(located), comments: true });
}

function typeNamed(word: string): string {
  const known = schemaOf('item').properties?.type?.enum ?? [];
  return oneOf(word, known, say('这种事项类型', 'item type'));
}

function pathsOf(type: string | undefined, { files }: Located): string[] {
  const { catalog } = streamCatalog(files);
  return pathsWanted(type ?? FULLEST, profilesOf(catalog.settings.value));
}

/** That of the first item, else of the settings; Chinese for an empty catalogue. */
function keyLanguage({ files }: Located): KeyLanguage {
  const paths = files.list();
  const path = paths.find((each) => kindOfPath(each) === 'item') ?? 'mingbai.yaml';
  return paths.includes(path) ? keysOf(textOf(files.read(path), path)) : 'zh';
}

/** Another item under a new id. Throws UsageError where that one cannot be read. */
export function likeText(like: string, id: string, { files, pathOf }: Located): string {
  const text = copiedItem(textOf(files.read(like), like), id);
  if (text !== undefined) return text;
  const path = pathOf(like);
  throw new UsageError(
    say(`${path} 读不懂，先改好它：mingbai check ${path}`, `mend it first: mingbai check ${path}`),
  );
}
