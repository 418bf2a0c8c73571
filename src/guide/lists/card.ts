import { type ChainItem, chainItemOf } from '../../chain/chain-item.ts';
import type { Catalog, Entry } from '../../model/catalog.ts';
import type { Item } from '../../model/schema.gen.ts';
import { toPinyin } from '../../text/pinyin.ts';
import { guideFolder } from '../addresses.ts';
import type { Fact, Inline, PageGuide } from '../guide.ts';
import { limitAndFee } from '../highlights.ts';
import { fileLinks, formWords } from '../materials.ts';
import { bundlesWith } from '../neighbours.ts';
import { tagsOf } from '../page/tags.ts';
import { type Subject, subjectOf } from '../subject.ts';
import { durationWords } from '../words.ts';
import { featuresOf } from './belongs.ts';
import type { ItemCompleteness } from './site-data.ts';

/**
 * What the pages that list say of one item, as plain JSON: about a kilobyte, so that a site of many
 * items is put together without holding them all. Keys without a value are absent.
 */
export interface Card
  extends Readonly<
    Pick<
      Item,
      | 'id'
      | 'name'
      | 'type'
      | 'department'
      | 'level'
      | 'case'
      | 'state'
      | 'audience'
      | 'themes'
      | 'codes'
      | 'aliases'
      | 'reviewed'
      | 'effective'
      | 'cancelled'
      | 'version'
    >
  > {
  /** Toneless pinyin of the Chinese characters of the name: `qu shui xu ke`. */
  readonly pinyin: string;
  /** One plain sentence. */
  readonly summary: string;
  /** Time limit and fee. */
  readonly facts: readonly Fact[];
  readonly tags: readonly string[];
  /** Ids of the lists by promise that it stands in. */
  readonly features: readonly string[];
  /** 通办范围. */
  readonly reach?: string;
  /** The windows that handle it, as ids of hall and window. */
  readonly places: readonly (readonly [hall: string, window: string])[];
  readonly consult?: string;
  readonly complain?: string;
  readonly proofs?: readonly CardProof[];
  readonly completeness?: ItemCompleteness;
  /** Only for an item that is part of a bundle. */
  readonly share?: CardShare;
}

/** A proof (证明) that the item asks for. */
export interface CardProof {
  readonly name: string;
  /** The basis in one line; empty when none is given. */
  readonly basis: string;
  readonly issuer: string;
}

/** What an item brings into a bundle (一件事). */
export interface CardShare {
  /** The committed limit in words; empty when there is none. */
  readonly limit: string;
  /** What chains are computed from. */
  readonly chain: ChainItem;
  /** How the chain's materials are shown, one each, in their order. */
  readonly materials: readonly CardMaterial[];
}

/** A material as a bundle's merged tick list shows it. */
export interface CardMaterial {
  /** Form, number and medium: 原件1份，纸质. */
  readonly form: string;
  readonly files: readonly Inline[];
  /** Names of the situations that need it; empty for all. */
  readonly situations: readonly string[];
}

const COPIED = [
  'id',
  'name',
  'type',
  'department',
  'level',
  'case',
  'state',
  'audience',
  'themes',
  'codes',
  'aliases',
  'reviewed',
  'effective',
  'cancelled',
  'version',
] as const satisfies readonly (keyof Card & keyof Item)[];

/** The card of an item; the same bytes for the same item, guide and shared files. */
export function cardOf(
  entry: Entry<Item>,
  catalog: Catalog,
  guide: PageGuide,
  completeness?: ItemCompleteness,
): Card {
  const subject = subjectOf(entry, catalog);
  const { item, windows } = subject;
  const { consult, complain } = item.contact ?? {};
  const proofs = proofsOf(subject);
  return {
    ...copiedFields(item),
    pinyin: namePinyin(item.name),
    summary: guide.summary,
    facts: limitAndFee(item),
    tags: tagsOf(item),
    features: featuresOf(subject),
    places: windows.map(({ hall, window }) => [hall.id, window.id]),
    ...(item.reach === undefined ? {} : { reach: item.reach.scope }),
    ...(consult === undefined ? {} : { consult }),
    ...(complain === undefined ? {} : { complain }),
    ...(proofs.length === 0 ? {} : { proofs }),
    ...(completeness === undefined ? {} : { completeness }),
    ...(bundlesWith(catalog, item.id).length === 0 ? {} : { share: shareOf(subject) }),
  };
}

/** The path of the item's page. */
export function cardHref(card: Pick<Card, 'id' | 'department'>): string {
  return `${guideFolder(card)}/index.html`;
}

const HAN = /^\p{Script=Han}$/u;

/** The reading of each character of a card's name; what is not Chinese reads as itself. */
export function readingsOf({ name, pinyin }: Pick<Card, 'name' | 'pinyin'>): string[] {
  const syllables = pinyin === '' ? [] : pinyin.split(' ');
  let at = 0;
  return [...name].map((character) =>
    HAN.test(character) ? (syllables[at++] ?? character) : character.toLowerCase(),
  );
}

/** Toneless pinyin of the Chinese characters of a name, for a card. */
export function namePinyin(name: string): string {
  const read = toPinyin(name);
  const han = [...name].flatMap((character, at) => (HAN.test(character) ? [read[at]] : []));
  return han.join(' ');
}

function copiedFields(item: Item): Pick<Card, (typeof COPIED)[number]> {
  const fields = Object.fromEntries(
    COPIED.flatMap((key) => (item[key] === undefined ? [] : [[key, item[key]]])),
  );
  // Every key that an item must have is among those copied.
  return fields as unknown as Pick<Card, (typeof COPIED)[number]>;
}

function proofsOf({ item, cite }: Subject): CardProof[] {
  return (item.materials ?? [])
    .filter(({ kind }) => kind === '证明')
    .map(({ name, basis, issuer, source }) => ({
      name,
      basis: basis === undefined ? '' : cite(basis),
      issuer: issuer ?? source ?? '',
    }));
}

function shareOf({ item, situationNames }: Subject): CardShare {
  const limit = item.limits?.committed;
  return {
    limit: limit === undefined ? '' : durationWords(limit),
    chain: chainItemOf(item),
    materials: (item.materials ?? []).map((material): CardMaterial => {
      const form = [formWords(material), material.medium].filter(Boolean).join('，');
      return {
        form,
        files: fileLinks(material),
        situations: situationNames(material.situations),
      };
    }),
  };
}
