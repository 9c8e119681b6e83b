// words/message.ts for messages that were parsed at the build. A test holds them equal.
import type { SayMessage, WordValues } from '../../words/message.ts';

export type MessagePart =
  | string
  | 0
  | readonly [name: string]
  | readonly [name: string, kind: 'number']
  | readonly [name: string, kind: 'plural' | 'select', choices: Readonly<Record<string, ParsedMessage>>];
export type ParsedMessage = string | readonly MessagePart[];

const keptBy = <Kept>(make: (locale: string) => Kept): ((locale: string) => Kept) => {
  const all = new Map<string, Kept>();
  return (locale) => {
    const kept = all.get(locale) ?? make(locale);
    all.set(locale, kept);
    return kept;
  };
};
const numbersOf = keptBy((locale) => new Intl.NumberFormat(locale));
const pluralsOf = keptBy((locale) => new Intl.PluralRules(locale));

export function messageOf(message: ParsedMessage, locale: string): SayMessage {
  const textOf = (parsed: ParsedMessage, values: WordValues, count?: number): string =>
    typeof parsed === 'string' ? parsed : parsed.map((part) => partText(part, values, count)).join('');

  function partText(part: MessagePart, values: WordValues, count?: number): string {
    if (typeof part === 'string') return part;
    if (part === 0) return count === undefined ? '' : numbersOf(locale).format(count);
    const [name, kind, choices = {}] = part;
    const value = values[name];
    if (value === undefined) throw new Error(`a word was said without ${name}`);
    if (kind === undefined) return String(value);
    const number = Number(value);
    if (kind === 'number') return numbersOf(locale).format(number);
    const chosen = (key: string): ParsedMessage | undefined => (Object.hasOwn(choices, key) ? choices[key] : undefined);
    const choice =
      (kind === 'select' ? chosen(String(value)) : (chosen(`=${value}`) ?? chosen(pluralsOf(locale).select(number)))) ??
      chosen('other');
    if (choice === undefined) throw new Error(`a word was said with another ${name} than it knows`);
    return textOf(choice, values, kind === 'plural' ? number : undefined);
  }
  return (values = {}) => textOf(message, values);
}
