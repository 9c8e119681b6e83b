import { shortForms } from '../../../core/casework/subject-names.ts';
import type { ComparedCard } from '../../../core/casework/subject-matching.ts';
import type { Subject } from '../../../core/model/subject-card.ts';

/** Numbers that are the same in every run: nothing that is printed or compared hangs on luck. */
export function createSeededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Names with how many of a thousand have each, roughly as in the south-east of Wales; what is left is spread evenly. */
const surnames: readonly (readonly [name: string, ofThousand: number])[] = [
  ['Jones', 56],
  ['Davies', 38],
  ['Williams', 38],
  ['Evans', 25],
  ['Thomas', 23],
  ['Roberts', 16],
  ['Lewis', 15],
  ['Hughes', 13],
  ['Morgan', 13],
  ['Griffiths', 11],
  ['Edwards', 11],
  ['Smith', 11],
  ['James', 10],
  ['Rees', 9],
  ['Price', 9],
  ['Jenkins', 9],
  ['Owen', 8],
  ['Phillips', 8],
  ['Morris', 7],
  ['Richards', 7],
  ['Lloyd', 7],
  ['Harris', 6],
  ['Parry', 5],
  ['Powell', 5],
  ['Watkins', 5],
  ['Howells', 4],
  ['Pritchard', 4],
  ['Bowen', 4],
  ['ap Rhys', 1],
  ['ab Owain', 1],
  ['ap Gwynedd', 1],
];
const rareSurnames =
  `Adams Allen Bailey Baker Barnes Begum Bennett Bevan Brown Butler Carter Clark Cole Collins Cook Cooper
  Cox Cross Dixon Ellis Fisher Fletcher Ford Foster Fowler Gale Gibbs Gill Gray Green Grey Hall Harding Hart Hill Holmes Hooper
  Hopkins Howe Hunt Hussain Islam Jarvis John Johnson Joseph Kaur Kelly Khan King Knight Lane Lawrence Leonard Llewellyn
  Marsh Marshall Martin Mason Matthews Maddocks Meredith Miah Miles Mitchell Moore Murphy Murray Nash Neal Newman Nicholas
  Norman O’Brien O’Connor O’Neill Osborne Palmer Parfitt Parker Patel Payne Pearce Perkins Perry Pike Poole Pope Porter
  Preece Probert Prosser Protheroe Pugh Rahman Reed Reynolds Rice Robinson Rogers Rose Rossiter Rowlands Russell Saunders
  Scott Shah Sharma Shaw Shepherd Singh Skinner Spencer Stephens Stone Sullivan Symonds Tanner Taylor Tucker Turner Vaughan
  Walker Walsh Walters Ward Waters Webb Welsh West White Wilkins Wilson Wood Woods Wright Wyatt Yorath Young`.split(
    /\s+/u,
  );
const forenames: readonly (readonly [name: string, ofThousand: number])[] = [
  ['David', 38],
  ['John', 26],
  ['Michael', 24],
  ['Paul', 22],
  ['Andrew', 21],
  ['Mark', 20],
  ['Stephen', 18],
  ['Gareth', 18],
  ['Christopher', 18],
  ['Matthew', 17],
  ['Daniel', 16],
  ['James', 16],
  ['Richard', 15],
  ['Thomas', 14],
  ['Sarah', 18],
  ['Nicola', 14],
  ['Rebecca', 14],
  ['Samantha', 13],
  ['Claire', 13],
  ['Emma', 13],
  ['Rhian', 12],
  ['Siân', 12],
  ['Bethan', 10],
  ['Catrin', 9],
  ['Rhys', 13],
  ['Huw', 9],
  ['Dafydd', 8],
  ['Siôn', 7],
  ['Owain', 6],
  ['Geraint', 6],
  ['Llŷr', 2],
  ['Gwenllian', 2],
  ['Angharad', 4],
  ['Ffion', 7],
  ['Lowri', 6],
  ['Elin', 5],
];
const rareForenames =
  `Adam Aisha Alun Amy Anna Anthony Ben Benjamin Carys Charlotte Craig Delyth Dylan Eleri Elizabeth Emyr
  Fatima Gary Gemma Geoffrey Gethin Glyn Gregory Gwyn Hannah Helen Ian Iestyn Ieuan Ifan Imran Jack Jacqueline Jennifer Joanne
  Jonathan Joseph Joshua Karen Kate Katherine Keith Kelly Kevin Laura Lee Leighton Lisa Llinos Luke Lynne Margaret Martin
  Martyn Megan Meirion Mohammed Natalie Neil Nia Nicholas Patricia Peter Philip Rachel Robert Ross Russell Ryan Sara Sean
  Simon Sioned Stuart Susan Timothy Tomos Tracey Trefor Victoria Wayne William Wyn`.split(/\s+/u);
const units = [
  'Response, Newport',
  'Response, Cwmbran',
  'Response, Ystrad Mynach',
  'Response, Ebbw Vale',
  'Response, Abergavenny',
  'Neighbourhood team, Newport West',
  'Neighbourhood team, Caldicot',
  'Neighbourhood team, Blackwood',
  'Neighbourhood team, Pontypool',
  'CID, Newport',
  'CID, Cwmbran',
  'Roads policing',
  'Custody, Newport',
  'Custody, Ystrad Mynach',
  'Force control room',
  'Public protection',
  'Economic crime',
  'Dogs',
  'Firearms',
  'Training',
];
const roles = ['PC', 'PC', 'PC', 'PC', 'PC', 'PC', 'DC', 'DC', 'Sgt', 'DS', 'PCSO', 'PCSO', 'Insp', 'Staff', 'Staff'];

/** Somebody as their force knows them. */
export interface GeneratedPerson {
  readonly number: string;
  readonly surname: string;
  readonly forename: string;
  readonly unit: string;
  readonly role: string;
}

type Chance = () => number;
const pick = <T>(list: readonly T[], chance: Chance, otherwise: T): T =>
  list[Math.floor(chance() * list.length)] ?? otherwise;

function weighed(list: typeof surnames, rare: readonly string[], chance: Chance): string {
  let left = chance() * 1_000;
  for (const [name, ofThousand] of list) {
    left -= ofThousand;
    if (left < 0) return name;
  }
  return pick(rare, chance, 'Yorath');
}

/** A force of so many people, each with a number of their own; one in twelve has a double surname. */
export const generateForce = (size: number, chance: Chance): readonly GeneratedPerson[] =>
  Array.from({ length: size }, (_, place) => {
    const surname = weighed(surnames, rareSurnames, chance);
    const second = weighed(surnames, rareSurnames, chance);
    return {
      number: `${1_000 + place}`,
      surname: chance() < 1 / 12 && second !== surname ? `${surname}-${second}` : surname,
      forename: weighed(forenames, rareForenames, chance),
      unit: pick(units, chance, 'Dogs'),
      role: pick(roles, chance, 'PC'),
    };
  });

const withoutMarks = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '');

/** A slip of whoever types a name: a letter left out, written twice, or exchanged with the next. */
function misspelt(name: string, chance: Chance): string {
  const at = 1 + Math.floor(chance() * Math.max(1, name.length - 2));
  const kind = chance();
  const [before, here, after] = [name.slice(0, at), name.slice(at, at + 1), name.slice(at + 1)];
  if (kind < 1 / 3) return before + after;
  if (kind < 2 / 3) return before + here + here + after;
  return before + after.slice(0, 1) + here + after.slice(1);
}

function calledBy(forename: string, chance: Chance): string {
  const others = shortForms.get(withoutMarks(forename).toLowerCase()) ?? [];
  const short = pick(others, chance, forename);
  return chance() < 0.3 ? short.slice(0, 1).toUpperCase() + short.slice(1) : forename;
}

/**
 * Somebody as a report names them: one time in three with a number, by a short form, with a slip, without marks, by one part
 * of a double surname, or without where they work.
 */
export function generateNaming({ number, surname, forename, unit, role }: GeneratedPerson, chance: Chance): Subject {
  const maybe = (part: number): boolean => chance() < part;
  const parts = surname.split('-');
  const oneOf = parts.length > 1 && maybe(0.4) ? pick(parts, chance, surname) : surname;
  const spelt = maybe(0.06) ? misspelt(oneOf, chance) : oneOf;
  const bare = maybe(0.5) ? spelt.replace(/^a[bp] /u, '') : spelt;
  const given = maybe(0.08) ? forename.slice(0, 1) : calledBy(maybe(0.5) ? withoutMarks(forename) : forename, chance);
  const place = maybe(0.3) ? (unit.split(', ').at(-1) ?? unit) : unit;
  return {
    numbers: maybe(0.35) ? [`${role === 'Staff' ? '' : role}${number}`] : [],
    aliases: [],
    certainty: 'named',
    ...(maybe(0.92) && { surname: bare }),
    ...(maybe(0.85) && { forenames: given }),
    ...(maybe(0.7) && { unit: place }),
    ...(maybe(0.8) && { role }),
  };
}

/** Cards that name people of a force, one each, with who is meant: some are named on several. */
export function generateCards(
  count: number,
  force: readonly GeneratedPerson[],
  chance: Chance,
): readonly { readonly card: ComparedCard; readonly meant: GeneratedPerson }[] {
  const [first] = force;
  if (first === undefined) return [];
  return Array.from({ length: count }, (_, place) => {
    const meant = pick(force, chance, first);
    return { card: { caseId: `case ${place}`, subjects: [generateNaming(meant, chance)] }, meant };
  });
}
