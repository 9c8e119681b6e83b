import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { type Subject, subjectCertainties } from '../../core/model/subject-card.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { InputField, SelectField, TextAreaField } from '../ui/form-fields.tsx';
import { certaintyText } from '../ui/case-labels.ts';
import { useTab } from '../ui/tab-context.ts';
import {
  toSubjectDraft,
  type SubjectDraft,
  type SubjectTextField,
  subjectTextFields,
} from '../subjects/subject-draft.ts';

const useStyles = makeStyles({
  person: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    justifyItems: 'stretch',
    margin: 0,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  off: { justifySelf: 'start' },
  title: { fontWeight: tokens.fontWeightSemibold },
  card: {
    margin: 0,
    '& dt': { fontWeight: tokens.fontWeightSemibold },
    '& dd': { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  },
});

const labels: Readonly<Record<SubjectTextField | 'description', WordKey>> = {
  numbers: 'subjects.numbers',
  surname: 'subjects.surname',
  forenames: 'subjects.forenames',
  aliases: 'subjects.aliases',
  unit: 'subjects.unit',
  role: 'subjects.role',
  description: 'subjects.description',
};
const hints: Readonly<Partial<Record<SubjectTextField, WordKey>>> = {
  numbers: 'subjects.numbersHint',
  aliases: 'subjects.aliasesHint',
};

export const subjectFieldWordKey = (field: SubjectTextField | 'description'): WordKey => labels[field];

export function SubjectFields(props: {
  readonly id: string;
  readonly place: number;
  readonly draft: SubjectDraft;
  readonly onDraft: (draft: SubjectDraft) => void;
  readonly onRemove: () => void;
}) {
  const { translate: say } = useTab();
  const styles = useStyles();
  const heading = useId();
  const { id, draft, onDraft } = props;
  const person = say('subjects.person', { number: props.place + 1 });
  return (
    <div role="group" aria-labelledby={heading} className={styles.person}>
      <p id={heading}>{person}</p>
      {subjectTextFields.map((field) => {
        const hint = hints[field];
        return (
          <InputField
            key={field}
            id={`${id}${field}`}
            label={say(labels[field])}
            {...(hint !== undefined && { hint: say(hint) })}
            value={draft[field]}
            onValue={(value) => onDraft({ ...draft, [field]: value })}
          />
        );
      })}
      <TextAreaField
        id={`${id}description`}
        label={say(labels.description)}
        rows={2}
        value={draft.description}
        onValue={(description) => onDraft({ ...draft, description })}
      />
      <SelectField
        id={`${id}certainty`}
        label={say('subjects.certainty')}
        value={draft.certainty}
        onValue={(certainty) => onDraft({ ...draft, certainty })}
        options={subjectCertainties.map((value) => ({ value, text: certaintyText(say, value) }))}
      />
      <Button size="small" className={styles.off} onClick={props.onRemove}>
        {say('subjects.off', { person })}
      </Button>
    </div>
  );
}

export function SubjectDetails({ heading, subject }: { readonly heading: string; readonly subject: Subject }) {
  const { translate: say } = useTab();
  const styles = useStyles();
  const draft = toSubjectDraft(subject);
  return (
    <div>
      <p className={styles.title}>{heading}</p>
      <dl className={styles.card}>
        {[...subjectTextFields, 'description' as const]
          .filter((field) => draft[field] !== '')
          .map((field) => (
            <div key={field}>
              <dt>{say(subjectFieldWordKey(field))}</dt>
              <dd dir="auto" translate="no">
                {draft[field]}
              </dd>
            </div>
          ))}
        <div>
          <dt>{say('subjects.certainty')}</dt>
          <dd>{certaintyText(say, subject.certainty)}</dd>
        </div>
      </dl>
    </div>
  );
}
