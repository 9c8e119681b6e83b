import type { z } from 'zod';
import { type Language, languages } from '../../concerns/terms/language.ts';
import type { Environment } from './given-settings.ts';
import { SettingsError } from './settings-error.ts';

export interface WordSetting {
  readonly name: string;
  readonly says: string;
  readonly takes?: string;
}
interface SaidOnce {
  readonly once: string;
  readonly says: string;
}
/** Its name with `_EN` or `_CY` after it. */
interface SaidInBoth {
  readonly inBoth: string;
  readonly says: Readonly<Record<Language, string>>;
  /** Each force has its own names; Candour's are one force's. */
  readonly needed?: Readonly<Record<Language, string>>;
}

export type WordTable<Field extends string = string> = Readonly<Record<Field, SaidOnce | SaidInBoth>>;

const nameIn = (name: string, language: Language): string => `${name}_${language.toUpperCase()}`;

function settingsOf(words: SaidOnce | SaidInBoth): readonly WordSetting[] {
  if ('once' in words) return [{ name: words.once, says: words.says }];
  return languages.map((language) => ({
    name: nameIn(words.inBoth, language),
    says: words.says[language],
    ...(words.needed && { takes: words.needed[language] }),
  }));
}

export const settingsOfWords = (table: WordTable): readonly WordSetting[] => Object.values(table).flatMap(settingsOf);

function settingsAt(table: WordTable, [field, language]: readonly PropertyKey[]): readonly WordSetting[] {
  const words = Object.entries(table).find(([name]) => name === field)?.[1];
  if (words === undefined) return settingsOfWords(table);
  const all = settingsOf(words);
  const ofLanguage = all.filter(({ name }) => name.endsWith(`_${String(language).toUpperCase()}`));
  return ofLanguage.length > 0 ? ofLanguage : all;
}

/** Throws SettingsError, which names each that cannot be right or is in one language only. */
export function readWords<Schema extends z.ZodType>(
  table: WordTable,
  schema: Schema,
  environment: Environment,
): z.output<Schema> {
  const said = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const saidOf = (words: SaidOnce | SaidInBoth) => {
    if ('once' in words) return said(words.once);
    const [en, cy] = [said(nameIn(words.inBoth, 'en')), said(nameIn(words.inBoth, 'cy'))];
    return en === undefined && cy === undefined ? undefined : { en, cy };
  };
  const all = Object.entries(table).map(([field, words]) => [field, saidOf(words)] as const);
  const parsed = schema.safeParse(Object.fromEntries(all.filter(([, value]) => value !== undefined)));
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.flatMap(({ path }) => settingsAt(table, path));
  throw new SettingsError([...new Set(wrong.map(({ name }) => name))]);
}
