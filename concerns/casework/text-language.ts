import { type Language, languages } from '../terms/language.ts';

const small: Readonly<Record<Language, ReadonlySet<string>>> = {
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

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** The language by its small words; `otherwise` if they do not tell. */
export function languageOfText(text: string, otherwise: Language): Language {
  const words = wordsOf(text);
  const found = (language: Language): number => words.filter((word) => small[language].has(word)).length;
  const most = Math.max(...languages.map(found));
  const spoken = languages.filter((language) => found(language) === most);
  return spoken.length === 1 ? (spoken[0] ?? otherwise) : otherwise;
}
