import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../../concerns/terms/language.ts';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** The plural forms that languages have; a message may also name a number, such as `=0`. */
const pluralForms: ReadonlySet<string> = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);
/** The parser's type of a literal, which asks for nothing. */
const literal = 0;

/** Everything that a message asks for, or that it cannot be read as an ICU message. */
export type MessageShape =
  | {
      readonly kind: 'shape';
      /** Whatever is filled in, each once, in alphabetical order: `{code}`, `{phone: none or other}`. */
      readonly asks: readonly string[];
      /** Plural forms that no language has: a text under one of them is never said. */
      readonly neverSaid: readonly string[];
    }
  | { readonly kind: 'broken' };

/** Everything that a list of elements asks for. Whether a number is put in or counted is for each language to say. */
const asksOf = (elements: readonly Element[]): readonly string[] =>
  elements.flatMap((element): readonly string[] => {
    if ('children' in element) return asksOf(element.children);
    // Without a value it is the sign for a plural's number.
    if (!('value' in element) || Object.is(element.type, literal)) return [];
    if (!('options' in element)) return [`{${element.value}}`];
    const inside = Object.values(element.options).flatMap(({ value }) => asksOf(value));
    const choices = 'pluralType' in element ? '' : `: ${Object.keys(element.options).sort().join(' or ')}`;
    return [`{${element.value}${choices}}`, ...inside];
  });

const neverSaidIn = (elements: readonly Element[]): readonly string[] =>
  elements.flatMap((element): readonly string[] => {
    if ('children' in element) return neverSaidIn(element.children);
    if (!('options' in element)) return [];
    const forms = 'pluralType' in element ? Object.keys(element.options) : [];
    const odd = forms.filter((form) => !pluralForms.has(form) && !/^=\d+$/u.test(form));
    return [...odd, ...Object.values(element.options).flatMap(({ value }) => neverSaidIn(value))];
  });

/** The shape of an ICU message: two that ask for the same can stand for each other. */
export function messageShape(language: Language, message: string): MessageShape {
  try {
    const elements = new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst();
    return { kind: 'shape', asks: [...new Set(asksOf(elements))].sort(), neverSaid: neverSaidIn(elements) };
  } catch {
    // Its parser throws for a brace that is not closed, a plural without "other" and the like.
    return { kind: 'broken' };
  }
}
