// words/message-format.ts for messages that were parsed at the build. A test holds them equal.
import type { MessageFormatter, WordValues } from '../../words/message-format.ts';

export type MessagePart =
  | string
  | 0
  | readonly [name: string]
  | readonly [name: string, kind: 'number']
  | readonly [name: string, kind: 'plural' | 'select', choices: Readonly<Record<string, ParsedMessage>>];
export type ParsedMessage = string | readonly MessagePart[];

const memoiseByLocale = <Kept>(make: (locale: string) => Kept): ((locale: string) => Kept) => {
  const all = new Map<string, Kept>();
  return (locale) => {
    const cached = all.get(locale) ?? make(locale);
    all.set(locale, cached);
    return cached;
  };
};
const numberFormat = memoiseByLocale((locale) => new Intl.NumberFormat(locale));
const pluralRules = memoiseByLocale((locale) => new Intl.PluralRules(locale));

export function compileMessage(message: ParsedMessage, locale: string): MessageFormatter {
  const formatMessage = (parsed: ParsedMessage, values: WordValues, count?: number): string =>
    typeof parsed === 'string' ? parsed : parsed.map((part) => formatPart(part, values, count)).join('');

  function formatPart(part: MessagePart, values: WordValues, count?: number): string {
    if (typeof part === 'string') return part;
    if (part === 0) return count === undefined ? '' : numberFormat(locale).format(count);
    const [name, kind, choices = {}] = part;
    const value = values[name];
    if (value === undefined) throw new Error(`a word was said without ${name}`);
    if (kind === undefined) return String(value);
    const number = Number(value);
    if (kind === 'number') return numberFormat(locale).format(number);
    const findChoice = (key: string): ParsedMessage | undefined =>
      Object.hasOwn(choices, key) ? choices[key] : undefined;
    const choice =
      (kind === 'select'
        ? findChoice(String(value))
        : (findChoice(`=${value}`) ?? findChoice(pluralRules(locale).select(number)))) ?? findChoice('other');
    if (choice === undefined) throw new Error(`a word was said with another ${name} than it knows`);
    return formatMessage(choice, values, kind === 'plural' ? number : undefined);
  }
  return (values = {}) => formatMessage(message, values);
}
