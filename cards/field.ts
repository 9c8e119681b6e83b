import type { Language } from '../core/model/language.ts';
import type { StepProblem } from '../core/model/questions.ts';
import { translate } from '../words/cards/translate.ts';
import { isUnderstaffedRoleCode } from '../core/ports/intake.ts';
import { contactLinks } from './support-contacts.ts';
import type { Callout, Field, FieldChoice } from './page.ts';
import type { Contacts } from '../words/contacts.ts';

interface FieldOptions {
  readonly language: Language;
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly value: string;
  readonly problems: readonly StepProblem[];
  readonly hint?: string;
}

const createField = (
  { language, id, label, required, value, problems, hint }: FieldOptions,
  input: Field['input'],
): Field => ({
  id,
  // "Required" is a word in the label: screen readers miss the star that clients render.
  label: required ? translate(language, 'common.required', { label }) : label,
  value,
  problems: problems.filter(({ question }) => question === id).map((it) => problemText(language, it, label)),
  ...(hint !== undefined && { hint }),
  input,
});

export const textField = (options: FieldOptions & { readonly isMultiline: boolean }): Field =>
  createField(options, { kind: 'text', isMultiline: options.isMultiline });

export const choiceField = (
  options: FieldOptions & {
    readonly choices: readonly FieldChoice[];
    readonly style?: 'expanded' | 'compact';
    readonly isMultiSelect?: boolean;
  },
): Field =>
  createField(options, {
    kind: 'choice',
    style: options.style ?? 'expanded',
    isMultiSelect: options.isMultiSelect ?? false,
    choices: options.choices,
  });

function problemText(language: Language, problem: StepProblem, label: string): string {
  switch (problem.code) {
    case 'missing':
      return translate(language, 'problem.missing', { label });
    case 'either':
      return translate(language, 'problem.either');
    case 'long':
      // A second follow-up is possible; the rest of a report can come as a follow-up.
      return translate(language, problem.question === 'addition' ? 'problem.longFollowUp' : 'problem.long', {
        label,
        by: problem.by ?? 1,
      });
    case 'cut':
      return translate(language, 'problem.cut', { label, by: problem.by ?? 1 });
    case 'odd':
      if (problem.question === 'code') return translate(language, 'problem.oddCode');
      return problem.question === ''
        ? translate(language, 'problem.oddMove')
        : translate(language, 'problem.odd', { label });
    case 'contradiction':
      return translate(language, 'problem.contradiction', { label });
    case 'noCustodian':
      return translate(language, 'problem.noCustodian');
    case 'noReserve':
      return translate(language, 'problem.noReserve');
    case 'notSaved':
      return translate(language, 'problem.notSaved');
    case 'nothingSaved':
      return translate(language, 'problem.nothingSaved');
    case 'draftNotSaved':
      return translate(language, 'problem.draftNotSaved');
    case 'alreadySent':
      return translate(language, 'problem.alreadySent');
    case 'newer':
      return translate(language, 'problem.newer');
    case 'full':
      return translate(language, 'problem.full');
    case 'longDraft':
      return translate(language, 'problem.longDraft');
    case 'reportFullToday':
      return translate(language, 'problem.reportFullToday');
    case 'reportFull':
      return translate(language, 'problem.reportFull');
    case 'notFound':
      return translate(language, 'problem.notFound');
    case 'otherDoor':
      return translate(language, 'problem.otherDoor');
    case 'slip':
      return translate(language, 'problem.codeSlip');
    case 'wordSlip':
      return translate(language, 'problem.codeWordSlip');
    case 'wordCount':
      return translate(language, 'problem.codeWordCount', { count: problem.by ?? 0 });
    case 'unknownWord':
      return translate(language, 'problem.codeUnknownWord', { place: problem.by ?? 1 });
    case 'tooOften':
      return translate(language, 'problem.tooOften');
    case 'overBudget':
      return translate(language, 'problem.overBudget');
    case 'typed':
      return translate(language, 'problem.typed', { label });
  }
}

export function problemCallouts(
  language: Language,
  problems: readonly StepProblem[],
  getLabel: (question: string) => string,
  { emergency, crimestoppers, iopc }: Pick<Contacts, 'emergency' | 'crimestoppers' | 'iopc'>,
): readonly Callout[] {
  if (problems.length === 0) return [];
  // Someone who is refused first learns what else they can do.
  const otherWays = [
    ...(problems.some(({ code }) => code === 'overBudget' || isUnderstaffedRoleCode(code))
      ? [translate(language, 'problem.callFirst', { emergency, crimestoppers })]
      : []),
    ...(iopc !== undefined && problems.some(({ code }) => isUnderstaffedRoleCode(code))
      ? [translate(language, 'ways.iopc', { number: iopc })]
      : []),
  ];
  const otherWayLinks = [emergency, crimestoppers, iopc].flatMap((one) => contactLinks(language, one));
  const summary: Callout = {
    style: 'attention',
    heading: translate(language, 'problem.heading'),
    text: [...otherWays, ...problems.map((problem) => problemText(language, problem, getLabel(problem.question)))],
    ...(otherWays.length > 0 && { links: otherWayLinks }),
    fields: [...otherWays.map(() => undefined), ...problems.map(({ question }) => question || undefined)],
  };
  return [summary];
}
