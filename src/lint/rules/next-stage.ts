import type { Entry } from '../../model/catalog.ts';
import type { AllFacts } from '../../model/facts.ts';
import type { Settings } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { missingElements } from '../completeness/missing-elements.ts';
import { nextProfile, PROFILES, type ProfileId, profilesOf } from '../completeness/profiles.ts';
import { paste } from '../paste.ts';
import type { Report, Rule } from '../rule.ts';

/** A young catalogue is held to one standard first; this is what the next one would add. */
export const nextStage: Rule = {
  id: 'next-stage',
  severity: 'info',
  title: say('下一步的完整度标准', 'the next standard of completeness'),
  why: say(
    '完整度标准可以先少后多：先用 notice，改好以后再加上本地或国家的标准。这里算出加上以后还要补几处，现在不用改。',
    'Standards may be taken one after the other; this says what the next one would add. Nothing is wrong.',
  ),
  bad: `files:
  mingbai.yaml:
    jurisdiction: national
    profiles: [notice]`,
  good: `files:
  mingbai.yaml:
    jurisdiction: national
    profiles: [notice, national]`,
  *facts(entry, { catalog, profiles }) {
    const settings = catalog.settings.value;
    const next = profiles === undefined ? nextProfile(settings) : undefined;
    if (next === undefined || entry.value.state === '取消') return;
    const held = missingElements(entry, catalog, profilesOf(settings));
    const added = [...missingElements(entry, catalog, [next]).keys()];
    const words = added.filter((element) => !held.has(element)).map((element) => element.zh);
    if (words.length > 0) yield words.join('、');
  },
  *catalog({ catalog, profiles }, facts) {
    const settings = catalog.settings.value;
    const next = profiles === undefined ? nextProfile(settings) : undefined;
    if (next !== undefined && facts.length > 0) yield tell(next, catalog.settings, countsOf(facts));
  },
};

/** How many items lack each element, most first. */
function countsOf(facts: AllFacts): (readonly [element: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const item of facts) {
    for (const element of item.count === 0 ? [] : item.at(0).split('、')) {
      counts.set(element, (counts.get(element) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
}

/** So many elements are named. */
const MOST = 6;

function tell(
  next: ProfileId,
  { value: settings, source }: Entry<Settings>,
  counts: ReturnType<typeof countsOf>,
): Report {
  const held = settings.profiles ?? [];
  const pointer = held.length === 0 ? '/profiles' : `/profiles/${held.length - 1}`;
  const { title } = PROFILES[next];
  const more = [...held, next];
  if (counts.length === 0) {
    const zh = `${title.zh}（${next}）要的都写了，可以加上这个标准`;
    const en = `all that ${title.en} (${next}) ask for is there: the standard can be added`;
    return {
      ...{ pointer, message: say(zh, en) },
      hint: paste(source, '/profiles', say('把完整度标准改成', 'write'), more),
    };
  }
  const line = `${source.spell('profiles', '完整度标准')}: [${more.join(', ')}]`;
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  const named = counts.slice(0, MOST).map(([element, count]) => `${element}${count}处`);
  const rest = counts.length > MOST ? `，一共${counts.length}种` : '';
  return {
    pointer,
    message: say(
      `下一步加上${title.zh}（${next}），还要补${all}处：${named.join('、')}${rest}`,
      `the next standard, ${title.en} (${next}), would add ${all}: ${named.join(', ')}`,
    ),
    hint: say(
      `现在不用改；先看要补什么：mingbai check --profile ${next}；准备好了把完整度标准改成 ${line}`,
      `nothing to do now; to see them: mingbai check --profile ${next}; when ready, write ${line}`,
    ),
  };
}
