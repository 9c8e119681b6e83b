import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../../core/model/language.ts';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

const pluralForms: ReadonlySet<string> = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);
const literal = 0;

export type MessageShape =
  | {
      readonly kind: 'shape';
      readonly asks: readonly string[];
      readonly neverSaid: readonly string[];
    }
  | { readonly kind: 'broken' };

const asksOf = (elements: readonly Element[]): readonly string[] =>
  elements.flatMap((element): readonly string[] => {
    if ('children' in element) return asksOf(element.children);
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

export function messageShape(language: Language, message: string): MessageShape {
  try {
    const elements = new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst();
    return { kind: 'shape', asks: [...new Set(asksOf(elements))].sort(), neverSaid: neverSaidIn(elements) };
  } catch {
    return { kind: 'broken' };
  }
}
