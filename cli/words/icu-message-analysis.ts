import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../../core/model/language.ts';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

const pluralForms: ReadonlySet<string> = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);
const literalElementType = 0;

export type IcuMessageAnalysis =
  | {
      readonly kind: 'shape';
      readonly placeholders: readonly string[];
      readonly neverSaid: readonly string[];
    }
  | { readonly kind: 'broken' };

const listPlaceholders = (elements: readonly Element[]): readonly string[] =>
  elements.flatMap((element): readonly string[] => {
    if ('children' in element) return listPlaceholders(element.children);
    if (!('value' in element) || Object.is(element.type, literalElementType)) return [];
    if (!('options' in element)) return [`{${element.value}}`];
    const inside = Object.values(element.options).flatMap(({ value }) => listPlaceholders(value));
    const choices = 'pluralType' in element ? '' : `: ${Object.keys(element.options).sort().join(' or ')}`;
    return [`{${element.value}${choices}}`, ...inside];
  });

const unknownPluralForms = (elements: readonly Element[]): readonly string[] =>
  elements.flatMap((element): readonly string[] => {
    if ('children' in element) return unknownPluralForms(element.children);
    if (!('options' in element)) return [];
    const forms = 'pluralType' in element ? Object.keys(element.options) : [];
    const odd = forms.filter((form) => !pluralForms.has(form) && !/^=\d+$/u.test(form));
    return [...odd, ...Object.values(element.options).flatMap(({ value }) => unknownPluralForms(value))];
  });

export function analyseIcuMessage(language: Language, message: string): IcuMessageAnalysis {
  try {
    const elements = new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst();
    return {
      kind: 'shape',
      placeholders: [...new Set(listPlaceholders(elements))].sort(),
      neverSaid: unknownPluralForms(elements),
    };
  } catch {
    return { kind: 'broken' };
  }
}
