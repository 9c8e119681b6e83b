import type { Language } from '../core/model/language.ts';
import type { Problem } from '../core/model/questions.ts';
import { say } from '../words/cards/translate.ts';
import { isShortRoleCode } from '../core/ports/intake.ts';
import type { Callout, Field, FieldChoice } from './page.ts';
import type { Contacts } from '../words/contacts.ts';

interface Asked {
  readonly language: Language;
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly value: string;
  readonly problems: readonly Problem[];
  readonly hint?: string;
}

const fieldOf = ({ language, id, label, required, value, problems, hint }: Asked, input: Field['input']): Field => ({
  id,
  // "Required" is a word in the label: screen readers miss the star that clients draw.
  label: required ? say(language, 'common.required', { label }) : label,
  value,
  problems: problems.filter(({ question }) => question === id).map((it) => problemText(language, it, label)),
  ...(hint !== undefined && { hint }),
  input,
});

export const textField = (asked: Asked & { readonly isMultiline: boolean }): Field =>
  fieldOf(asked, { kind: 'text', isMultiline: asked.isMultiline });

export const choiceField = (
  asked: Asked & {
    readonly choices: readonly FieldChoice[];
    readonly style?: 'expanded' | 'compact';
    readonly isMultiSelect?: boolean;
  },
): Field =>
  fieldOf(asked, {
    kind: 'choice',
    style: asked.style ?? 'expanded',
    isMultiSelect: asked.isMultiSelect ?? false,
    choices: asked.choices,
  });

function problemText(language: Language, problem: Problem, label: string): string {
  switch (problem.code) {
    case 'missing':
      return say(language, 'problem.missing', { label });
    case 'either':
      return say(language, 'problem.either');
    case 'long':
      // A follow-up can be followed by another; the rest of a report can come as a follow-up.
      return say(language, problem.question === 'addition' ? 'problem.longFollowUp' : 'problem.long', {
        label,
        by: problem.by ?? 1,
      });
    case 'cut':
      return say(language, 'problem.cut', { label, by: problem.by ?? 1 });
    case 'odd':
      if (problem.question === 'code') return say(language, 'problem.oddCode');
      return problem.question === '' ? say(language, 'problem.oddMove') : say(language, 'problem.odd', { label });
    case 'noCustodian':
      return say(language, 'problem.noCustodian');
    case 'noReserve':
      return say(language, 'problem.noReserve');
    case 'notSaved':
      return say(language, 'problem.notSaved');
    case 'nothingSaved':
      return say(language, 'problem.nothingSaved');
    case 'newer':
      return say(language, 'problem.newer');
    case 'full':
      return say(language, 'problem.full');
    case 'longDraft':
      return say(language, 'problem.longDraft');
    case 'reportFullToday':
      return say(language, 'problem.reportFullToday');
    case 'reportFull':
      return say(language, 'problem.reportFull');
    case 'notFound':
      return say(language, 'problem.notFound');
    case 'otherDoor':
      return say(language, 'problem.otherDoor');
    case 'slip':
      return say(language, 'problem.codeSlip');
    case 'tooOften':
      return say(language, 'problem.tooOften');
    case 'overBudget':
      return say(language, 'problem.overBudget');
    case 'typed':
      return say(language, 'problem.typed', { label });
  }
}

export const problemCallouts = (
  language: Language,
  problems: readonly Problem[],
  labelOf: (question: string) => string,
  { emergency, crimestoppers, iopc }: Pick<Contacts, 'emergency' | 'crimestoppers' | 'iopc'>,
): readonly Callout[] =>
  problems.length === 0
    ? []
    : [
        {
          style: 'attention',
          heading: say(language, 'problem.heading'),
          text: [
            // Someone who is turned away is first told what else they can do.
            ...(problems.some(({ code }) => code === 'overBudget' || isShortRoleCode(code))
              ? [say(language, 'problem.callFirst', { emergency, crimestoppers })]
              : []),
            ...(iopc !== undefined && problems.some(({ code }) => isShortRoleCode(code))
              ? [say(language, 'ways.iopc', { number: iopc })]
              : []),
            ...problems.map((problem) => problemText(language, problem, labelOf(problem.question))),
          ],
        },
      ];
