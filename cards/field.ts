import type { Language } from '../concerns/terms/language.ts';
import type { Problem } from '../concerns/terms/questions.ts';
import { problemText } from './problem-text.ts';
import { say } from '../words/cards/say.ts';

interface Choice {
  readonly title: string;
  readonly value: string;
}

export interface Field {
  readonly id: string;
  readonly label: string;
  /** Text, or the chosen values separated by commas. */
  readonly value: string;
  readonly problems: readonly string[];
  readonly hint?: string;
  readonly input: // Without a longest length: a client cuts what is pasted over it, and says nothing.
    | { readonly kind: 'text'; readonly isMultiline: boolean }
    | {
        readonly kind: 'choice';
        readonly style: 'expanded' | 'compact';
        readonly isMultiSelect: boolean;
        readonly choices: readonly Choice[];
      };
}

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
    readonly choices: readonly Choice[];
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
