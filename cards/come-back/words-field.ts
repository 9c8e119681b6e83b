import { say } from '../../words/cards/say.ts';
import { type Field, textField } from '../field.ts';
import type { ComeBackView } from './come-back-view.ts';

export const wordsField = (
  { state: { language, addition }, problems, typed }: ComeBackView,
  asked: { readonly label?: string; readonly hint?: string } = {},
): Field =>
  textField({
    language,
    id: 'addition',
    label: say(language, 'comeBack.yourWords'),
    ...asked,
    required: false,
    value: typed?.['addition'] ?? addition,
    problems,
    isMultiline: true,
  });
