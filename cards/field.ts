import type { Language } from '../concerns/terms/language.ts';
import type { Problem } from '../concerns/terms/questions.ts';
import { problemText } from './problem-text.ts';
import { say } from '../words/cards/say.ts';

interface Choice {
  readonly title: string;
  readonly value: string;
}

/** An input with what stands around it: what is wrong above it, a hint below it. */
export interface Field {
  readonly id: string;
  readonly label: string;
  /** The value that stands in it: text, or the values that are chosen, with commas between them. */
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
  // The mark of a required input is a word: screen readers miss the star that clients draw.
  label: required ? say(language, 'common.required', { label }) : label,
  value,
  problems: problems.filter(({ question }) => question === id).map((it) => problemText(language, it, label)),
  ...(hint !== undefined && { hint }),
  input,
});

/** A field for text. */
export const textField = (asked: Asked & { readonly isMultiline: boolean }): Field =>
  fieldOf(asked, { kind: 'text', isMultiline: asked.isMultiline });

/** A field for one choice or, where `isMultiSelect`, several. */
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
