import type { Subject } from '../model/subject-card.ts';

/** Lower case without marks: Siân is sian, O’Brien obrien, Llŷr llyr. */
const foldName = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\p{M}'’‘`´]/gu, '')
    .toLowerCase();

export const splitFoldedWords = (text: string): readonly string[] =>
  foldName(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const patronymicWords = new Set(['ap', 'ab', 'ferch', 'verch']);
const surnamePrefixes = new Set(['mc', 'mac', 'o', 'st', 'van', 'de']);

/** Both parts of a double surname, without "ap". */
export function surnameParts(surname: string): readonly string[] {
  const words = splitFoldedWords(surname);
  const named = words.filter((word) => !patronymicWords.has(word));
  const parts: string[] = [];
  let prefix = '';
  for (const word of named.length > 0 ? named : words) {
    if (surnamePrefixes.has(word) && prefix === '') prefix = word;
    else {
      parts.push(prefix + word);
      prefix = '';
    }
  }
  return prefix === '' ? parts : [...parts, prefix];
}

export function foldNumber(number: string): string | undefined {
  const digits = number.replaceAll(/\D/gu, '').replace(/^0+/u, '');
  return digits.length < 3 ? undefined : digits;
}

const unitStopWords = new Set(
  'the of a and at in team unit station police department y yr a yn tim uned gorsaf heddlu adran'.split(' '),
);

const ranks: readonly (readonly [rank: string, ...words: readonly string[]])[] = [
  ['constable', 'pc', 'dc', 'wpc', 'constable', 'cwnstabl', 'heddwas', 'heddferch', 'tdc'],
  ['sergeant', 'ps', 'ds', 'sgt', 'sergeant', 'sarjant', 'rhingyll', 'skipper'],
  ['inspector', 'insp', 'di', 'inspector', 'arolygydd'],
  ['chief', 'ci', 'dci', 'chief', 'prif'],
  ['superintendent', 'supt', 'dsu', 'superintendent', 'uwcharolygydd'],
  ['pcso', 'pcso', 'cso', 'scch'],
  ['special', 'special', 'sc', 'gwirfoddol'],
];
const ranksByWord = new Map(ranks.flatMap(([rank, ...words]) => words.map((word) => [word, rank] as const)));

/** It says next to nothing: three officers in four are constables. */
export const commonestRole = 'constable';

const normaliseRole = (word: string): string => ranksByWord.get(word) ?? word;
export const isRank = (word: string): boolean => ranksByWord.has(foldName(word));

export interface FoldedSubject {
  readonly numbers: readonly string[];
  readonly surnames: readonly string[];
  readonly formerSurnames: readonly string[];
  readonly forenames: readonly (readonly string[])[];
  readonly initial: string | undefined;
  readonly firstInitial: string | undefined;
  readonly givenNames: readonly (readonly string[])[];
  readonly aliases: readonly string[];
  readonly unit: readonly string[];
  readonly roles: readonly string[];
}

export function foldSubject(subject: Subject): FoldedSubject {
  const given = splitFoldedWords(subject.forenames ?? '');
  const surnames = surnameParts(subject.surname ?? '');
  const isSurname = (alias: string): boolean => surnameParts(alias).every((part) => surnames.includes(part));
  const called = subject.aliases.filter((alias) => !isSurname(alias)).map(splitFoldedWords);
  const single = called.filter((words) => words.length === 1).flat();
  const isWhole = (word: string): boolean => word.length > 1;
  const whole = [...given, ...single].filter(isWhole);
  const [first] = given;
  return {
    numbers: subject.numbers.flatMap((number) => foldNumber(number) ?? []),
    surnames,
    formerSurnames: called
      .flatMap((words) => words.at(-1) ?? [])
      .filter((word) => isWhole(word) && !surnames.includes(word)),
    forenames: whole.map(nameGroups),
    givenNames: given.filter(isWhole).map(nameGroups),
    initial: whole.length === 0 ? first?.slice(0, 1) : undefined,
    firstInitial: first?.slice(0, 1),
    aliases: called.filter((words) => words.length > 1).map((words) => words.join(' ')),
    unit: splitFoldedWords(subject.unit ?? '').filter((word) => !unitStopWords.has(word)),
    roles: [...new Set(splitFoldedWords(subject.role ?? '').map(normaliseRole))],
  };
}

/** To English and Welsh ears Rees and Rhys, Huw and Hugh, Davis and Davies sound alike. The name is folded. */
export const phoneticKey = (name: string): string => {
  const replaced = name
    .replaceAll('ph', 'f')
    .replaceAll('ff', 'f')
    .replaceAll('v', 'f')
    .replaceAll('dd', 'd')
    .replaceAll('th', 'd')
    .replaceAll('ll', 'l')
    .replaceAll('rh', 'r')
    .replaceAll('gh', '')
    .replaceAll(/c(?=[eiy])/gu, 's')
    .replaceAll(/ck|[cqx]/gu, 'k')
    .replaceAll('z', 's');
  const first = replaced.slice(0, 1);
  const rest = replaced.slice(1).replaceAll(/[aeiouwyh]/gu, '');
  return (first + rest).replaceAll(/(.)\1+/gu, '$1');
};

/** By the Damerau-Levenshtein distance. */
export function isWithinEditDistance(maxEdits: number, one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > maxEdits) return false;
  let [earlier, before]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, place) => place)];
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let place = 1; place <= other.length; place += 1) {
      const isSame = one[row - 1] === other[place - 1];
      let distance = Math.min(
        (before[place] ?? 0) + 1,
        (now[place - 1] ?? 0) + 1,
        (before[place - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isTransposed =
        row > 1 && place > 1 && one[row - 1] === other[place - 2] && one[row - 2] === other[place - 1];
      if (isTransposed) distance = Math.min(distance, (earlier[place - 2] ?? 0) + 1);
      now.push(distance);
    }
    [earlier, before] = [before, now];
  }
  return (before.at(-1) ?? 0) <= maxEdits;
}

/**
 * Folded. Cognates such as Siôn and John are apart: no one called by one is called by the other. Those that are
 * exchanged at work are together, such as Dai for David and Dafydd.
 */
const nameVariants: readonly string[] = [
  'alan alun allan allen al',
  'alexander alex alec',
  'alexandra alex',
  'alison ali',
  'amanda mandy',
  'andrew andy drew',
  'angela angie',
  'angharad harri',
  'anthony antony tony',
  'benjamin ben benji',
  'bethan beth',
  'bronwen bron',
  'catherine katherine kathryn catrin cath cathy kath kathy kate katie cati',
  'charles charlie chas',
  'charlotte charlie lottie',
  'christine christina chris tina',
  'christopher chris kit',
  'dafydd dai daf',
  'daniel dan danny',
  'david dave davy davey dai',
  'deborah debra debbie deb',
  'deiniol dein',
  'donald don',
  'dylan dyl',
  'edward ed eddie ted ned',
  'eleanor ellie nell',
  'elizabeth elisabeth liz lizzie beth libby betsan',
  'emily emma em',
  'frederick fred freddie',
  'gareth gaz gar',
  'gary garry gaz',
  'geoffrey jeffrey geoff jeff',
  'geraint ger',
  'gregory greg',
  'gwendolen gwen',
  'gwenllian gwen llian',
  'gwilym gwil wil',
  'heledd hel',
  'huw hugh',
  'iestyn iest',
  'iorwerth iori iolo',
  'jacqueline jackie jacqui',
  'james jim jimmy jamie',
  'jennifer jen jenny',
  'joanne joanna jo',
  'john jon johnny jack',
  'jonathan jonathon jon',
  'joseph joe joey',
  'joshua josh',
  'kenneth ken kenny',
  'kimberley kimberly kim',
  'laurence lawrence larry',
  'leonard len',
  'lewis louis lew',
  'llewelyn llewellyn llywelyn llew lyn',
  'lowri lowry',
  'margaret marged maggie meg peggy mags',
  'martin martyn',
  'matthew mathew matt',
  'megan meg meggie',
  'michael mike mick mickey',
  'myfanwy myf',
  'natalie nat',
  'nathan nathaniel nat nate',
  'nicholas nicolas nick',
  'nicola nicky nikki',
  'oliver ollie',
  'owain owen',
  'patricia pat trish',
  'patrick pat paddy',
  'peter pete',
  'philip phillip phil',
  'raymond ray',
  'rebecca becky bex beca',
  'rhodri rhod',
  'rhys rees reece reese',
  'richard rich rick dick richie',
  'robert rob bob bobby robbie',
  'ronald ron',
  'russell russ',
  'samantha sam',
  'samuel sam sammy',
  'sian shan',
  'simon si',
  'sion shon',
  'stephanie steph',
  'stephen steven steffan steve ste steff',
  'stuart stewart stu',
  'susan susanne suzanne sue susie',
  'terence terrence terry',
  'thomas tom tommy',
  'timothy tim',
  'tomos twm tom',
  'tudur tudor tud',
  'victoria vicky vicki',
  'william will bill billy wil',
  'zachary zac zak',
];

const groupsByName = new Map<string, readonly number[]>();
for (const [place, group] of nameVariants.entries()) {
  for (const name of group.split(' ')) groupsByName.set(name, [...(groupsByName.get(name) ?? []), place]);
}

export const nameGroups = (forename: string): readonly string[] =>
  groupsByName.get(forename)?.map((place) => `${place}`) ?? [forename];

export const shortForms: ReadonlyMap<string, readonly string[]> = new Map(
  nameVariants.map((group) => {
    const [name = '', ...others] = group.split(' ');
    return [name, others];
  }),
);
