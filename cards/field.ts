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
  readonly errors: readonly { readonly text: string }[];
  readonly texts: readonly {
    readonly id: string;
    readonly label: string;
    readonly value: string;
    readonly maxLength: number;
    readonly isMultiline: boolean;
  }[];
  readonly choiceSets: readonly {
    readonly id: string;
    readonly label: string;
    readonly value: string;
    readonly style: 'expanded' | 'compact';
    readonly isMultiSelect: boolean;
    readonly choices: readonly Choice[];
  }[];
  readonly hints: readonly { readonly text: string }[];
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

const around = ({ language, id, label, problems, hint }: Asked) => ({
  errors: problems.filter(({ question }) => question === id).map((it) => ({ text: problemText(language, it, label) })),
  hints: hint === undefined ? [] : [{ text: hint }],
});

/** The mark of a required input is a word: screen readers miss the star that clients draw. */
const labelOf = ({ language, label, required }: Asked): string =>
  required ? say(language, 'common.required', { label }) : label;

/** A field for text. `max` is a courtesy of the client; answers are checked again where they arrive. */
export const textField = (asked: Asked & { readonly max: number; readonly isMultiline: boolean }): Field => ({
  ...around(asked),
  texts: [
    {
      id: asked.id,
      label: labelOf(asked),
      value: asked.value,
      maxLength: asked.max,
      isMultiline: asked.isMultiline,
    },
  ],
  choiceSets: [],
});

/** A field for one choice or, where `isMultiSelect`, several. */
export const choiceField = (
  asked: Asked & {
    readonly choices: readonly Choice[];
    readonly style?: 'expanded' | 'compact';
    readonly isMultiSelect?: boolean;
  },
): Field => ({
  ...around(asked),
  texts: [],
  choiceSets: [
    {
      id: asked.id,
      label: labelOf(asked),
      value: asked.value,
      style: asked.style ?? 'expanded',
      isMultiSelect: asked.isMultiSelect ?? false,
      choices: asked.choices,
    },
  ],
});
