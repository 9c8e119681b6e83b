// words/message-format.ts for messages that were parsed at the build. A test holds them equal.
import { type Language, languageFromLocale } from '../../core/model/language.ts';
import { formatNumber } from '../../words/number-format.ts';
import type { MessageFormatter, WordValues } from '../../words/message-format.ts';

export type MessagePart =
  | string
  | 0
  | readonly [name: string]
  | readonly [name: string, kind: 'number']
  | readonly [name: string, kind: 'plural' | 'select', choices: Readonly<Record<string, ParsedMessage>>];
export type ParsedMessage = string | readonly MessagePart[];

/** As Unicode's tables have them: a browser without Welsh would use the rules of its machine's language. */
const pluralForms: Readonly<Record<Language, (count: number) => string>> = {
  en: (count) => (count === 1 ? 'one' : 'other'),
  cy: (count) =>
    new Map([
      [0, 'zero'],
      [1, 'one'],
      [2, 'two'],
      [3, 'few'],
      [6, 'many'],
    ]).get(count) ?? 'other',
};

export function compileMessage(message: ParsedMessage, locale: string): MessageFormatter {
  const language = languageFromLocale(locale);
  const formatMessage = (parsed: ParsedMessage, values: WordValues, count?: number): string =>
    typeof parsed === 'string' ? parsed : parsed.map((part) => formatPart(part, values, count)).join('');

  function formatPart(part: MessagePart, values: WordValues, count?: number): string {
    if (typeof part === 'string') return part;
    if (part === 0) return count === undefined ? '' : formatNumber(count);
    const [name, kind, choices = {}] = part;
    const value = values[name];
    if (value === undefined) throw new Error(`a word was said without ${name}`);
    if (kind === undefined) return String(value);
    const number = Number(value);
    if (kind === 'number') return formatNumber(number);
    const findChoice = (key: string): ParsedMessage | undefined =>
      Object.hasOwn(choices, key) ? choices[key] : undefined;
    const choice =
      (kind === 'select'
        ? findChoice(String(value))
        : (findChoice(`=${value}`) ?? findChoice(pluralForms[language](Math.abs(number))))) ?? findChoice('other');
    if (choice === undefined) throw new Error(`a word was said with another ${name} than it knows`);
    return formatMessage(choice, values, kind === 'plural' ? number : undefined);
  }
  return (values = {}) => formatMessage(message, values);
}
