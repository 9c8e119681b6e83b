import { marks } from '../../concerns/terms/questions.ts';
import { say } from '../../words/cards/say.ts';
import { markKeys } from '../mark-keys.ts';
import { choiceField, type Field } from '../field.ts';
import { shortHint } from '../ways-out.ts';
import type { ComeBackView } from './come-back-view.ts';

export function marksField({ state, problems, typed, contacts, shortRoles = [] }: ComeBackView): Field {
  const { language } = state;
  return choiceField({
    language,
    id: 'marks',
    label: say(language, 'comeBack.marks'),
    required: false,
    value: typed?.['marks'] ?? state.marks ?? '',
    problems,
    hint: [
      say(language, state.route === 'hub' ? 'hub.marksHint' : 'comeBack.marksHint'),
      shortRoles.includes('reserve')
        ? shortHint(language, 'comeBack.marksShort', contacts)
        : say(language, 'comeBack.marksUnit', { reserve: contacts.reserve[language] }),
    ].join(' '),
    isMultiSelect: true,
    // Only people who work for the force are asked about worse treatment.
    choices: (state.route === 'hub' ? marks.filter((mark) => mark !== 'worse') : marks).map((mark) => ({
      title: say(language, markKeys[mark]),
      value: mark,
    })),
  });
}
