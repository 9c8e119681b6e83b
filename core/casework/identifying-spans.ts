import { type Language, languages } from '../model/language.ts';

export const identifyingReasons = ['firstPerson', 'onlyI', 'exactTime', 'name'] as const;
export type IdentifyingReason = (typeof identifyingReasons)[number];

export interface IdentifyingSpan {
  readonly start: number;
  readonly end: number;
  readonly why: IdentifyingReason;
}

const wordStart = String.raw`(?<![\p{L}\p{N}'’])`;
const wordEnd = String.raw`(?![\p{L}\p{N}])`;
const wordPattern = (pattern: string): RegExp =>
  new RegExp(`${wordStart}(?:${pattern.replaceAll(' ', String.raw`\s+`).replaceAll("'", "['’]")})${wordEnd}`, 'giu');

const soleWitnessPattern: Readonly<Record<Language, RegExp>> = {
  en: wordPattern(
    'only I|only me|just me|I alone|I (?:was|am|were) the only \\p{L}+|the only (?:one|person|witness|officer|colleague)|' +
      'I was alone|nobody else|no one else|no-one else|apart from me|besides me|but me|other than me|told me alone',
  ),
  cy: wordPattern(
    "dim ond (?:fi|i|myfi)|ond y fi|fi yn unig|fi'n unig|neb arall|neb ond (?:fi|y fi|myfi)|yr unig (?:un|berson|dyst|swyddog)|" +
      'ar wahân i mi|heblaw (?:amdanaf|amdana) i|heblaw fi|ar fy mhen fy hun(?:an)?',
  ),
};

const nonVerbWords =
  'clais|glais|chlais|nghlais|adlais|llednais|cais|gais|chais|nghais|ymgais|hymgais|' +
  'trais|drais|thrais|nhrais|llais|lais|dyfais|ddyfais|pais|bais|sais';

const firstPersonPattern: Readonly<Record<Language, RegExp>> = {
  en: wordPattern("I'(?:m|ve|d|ll)|I(?!\\.e\\.)|me|my|mine|myself|we'(?:re|ve|d|ll)|we|us|our|ours|ourselves"),
  cy: wordPattern(
    `fi|y fi|myfi|finnau|minnau|innau|fy|i mi|gennyf|gen i|ynof|arnaf|arna i|ataf|ata i|wrthyf|wrtha i|` +
      `dw i|dwi|rwy|rwyf|rydw|ydwyf|wyf|roeddwn|oeddwn|ro'n i|o'n i|byddaf|bydda i|byddwn i|baswn i|` +
      `gwnes|wnes|imi|es i|des i|ddes i|dydw i|gweles|weles|clywes|glywes|dwedes|ddwedes|` +
      // In mid-sentence, "nes i" is "until".
      `(?<=^|[.!?:\\n]\\s*)nes i(?!'r)|` +
      `bues|fues|cefais|gefais|ces|ges|ein|ninnau|rydym|rydyn ni|roeddem|` +
      `(?!(?:${nonVerbWords})${wordEnd})\\p{L}{2,}ais`,
  ),
};

const hour = String.raw`(?:[01]?\d|2[0-4])`;
const exactTimePattern: Readonly<Record<Language, RegExp>> = {
  en: new RegExp(
    String.raw`(?<![\p{L}\p{N}.,:£$€])(?:` +
      [
        String.raw`${hour}[:.][0-5]\d(?:\s*(?:[ap]m|[ap]\.m\.))?(?!\p{L}|[.:]?\d)`,
        String.raw`(?:[01]?\d)\s*(?:[ap]m|[ap]\.m\.)(?!\p{L})`,
        String.raw`(?:[01]\d|2[0-3])[0-5]\d\s*(?:hours|hrs)(?!\p{L})`,
        String.raw`\p{L}*\d*\s*o['’]clock(?!\p{L})`,
        String.raw`(?:half|(?:a\s+)?quarter|(?:five|ten|twenty|twenty[\s-]five))\s+(?:past|to)\s+(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|midnight|noon)(?!\p{L})`,
      ].join('|') +
      ')',
    'giu',
  ),
  cy: new RegExp(
    String.raw`(?<![\p{L}\p{N}.,:£$€])(?:` +
      [
        String.raw`${hour}[:.][0-5]\d(?:\s*(?:y[bhp]|y\.[bhp]\.))?(?!\p{L}|[.:]?\d)`,
        String.raw`(?:[01]?\d)\s*(?:y[bhp]|y\.[bhp]\.|[ap]m|[ap]\.m\.)(?!\p{L})`,
        String.raw`(?:\d{1,2}|\p{L}+)\s+o['’]r\s+gloch(?!\p{L})`,
        String.raw`(?:hanner\s+awr|chwarter|(?:pum|deg|ugain)\s+munud)\s+(?:wedi|i)\s+(?:\d{1,2}|\p{L}+)(?!\p{L})`,
      ].join('|') +
      ')',
    'giu',
  ),
};

const nonNameWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    (
      'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August ' +
      'September October November December Christmas Easter English Welsh British Wales England Britain Teams'
    ).split(' '),
  ),
  cy: new Set(
    (
      'Llun Mawrth Mercher Iau Gwener Sadwrn Sul Ionawr Chwefror Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref ' +
      'Tachwedd Rhagfyr Nadolig Pasg Cymraeg Gymraeg Saesneg Cymru Gymru Lloegr Prydain Teams'
    ).split(' '),
  ),
};

const capitalised = /(?<![\p{L}\p{N}'’-])\p{Lu}\p{Ll}[\p{L}'’-]*/gu;
/** After a sentence's or line's end, a colon, a bullet or a quotation mark, a capital marks no name. */
function isSentenceStart(text: string, at: number): boolean {
  const preceding = text.slice(0, at).trimEnd();
  const last = preceding.at(-1);
  return last === undefined || '.!?:;•*"“”‘(–—-'.includes(last) || text.slice(preceding.length, at).includes('\n');
}

function findNames(text: string, language: Language): readonly IdentifyingSpan[] {
  return Array.from(text.matchAll(capitalised)).flatMap(({ 0: word, index }) =>
    nonNameWords[language].has(word.replace(/['’].*$/u, '')) || isSentenceStart(text, index)
      ? []
      : [{ start: index, end: index + word.length, why: 'name' as const }],
  );
}

const findSpans = (text: string, pattern: RegExp, why: IdentifyingReason): readonly IdentifyingSpan[] =>
  Array.from(text.matchAll(pattern), ({ 0: part, index }) => ({ start: index, end: index + part.length, why }));

/** In order, without overlaps. A proposal: it neither finds everything nor is always right. */
export function findIdentifyingSpans(text: string, language: Language): readonly IdentifyingSpan[] {
  const all = [
    ...findSpans(text, soleWitnessPattern[language], 'onlyI'),
    ...findSpans(text, exactTimePattern[language], 'exactTime'),
    ...findSpans(text, firstPersonPattern[language], 'firstPerson'),
    ...findNames(text, language),
  ];
  return all
    .filter((one, place) => !all.slice(0, place).some((other) => one.start < other.end && other.start < one.end))
    .sort((one, other) => one.start - other.start);
}

const stopWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    (
      'the of and is was were are be been has have had it its this that these those there they their them he she his ' +
      'her him who which when with without from for not by on at to but about would could did does an as into than'
    ).split(' '),
  ),
  cy: new Set(
    (
      'yn y yr mae ac roedd oedd wedi ei eu eich ein gan gyda gydag nid nad ond ar hyn hwn hon hynny sydd sy bod fod ym yng ' +
      'mewn heb rhwng hefyd mai bu fu gael cael wrth dros drwy ynghylch os pan nhw ef hi ni chi na neu oddi'
    ).split(' '),
  ),
};

const splitWords = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** `fallback` if the small words do not tell. */
export function detectLanguage(text: string, fallback: Language): Language {
  const words = splitWords(text);
  const countStopWords = (language: Language): number => words.filter((word) => stopWords[language].has(word)).length;
  const maxCount = Math.max(...languages.map(countStopWords));
  const spoken = languages.filter((language) => countStopWords(language) === maxCount);
  return spoken.length === 1 ? (spoken[0] ?? fallback) : fallback;
}
