import { makeStyles, tokens } from '@fluentui/react-components';
import type { Subject } from '../../concerns/records/subject-card.ts';
import { certaintyText } from '../parts/named-in-case.ts';
import { useTab } from '../parts/tab-context.ts';
import { draftOf, subjectLines } from '../subjects/subject-draft.ts';
import { subjectLabel } from './subject-fields.tsx';

const useStyles = makeStyles({
  title: { fontWeight: tokens.fontWeightSemibold },
  card: {
    margin: 0,
    '& dt': { fontWeight: tokens.fontWeightSemibold },
    '& dd': { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  },
});

export function CardShown({ heading, subject }: { readonly heading: string; readonly subject: Subject }) {
  const { say } = useTab();
  const styles = useStyles();
  const draft = draftOf(subject);
  return (
    <div>
      <p className={styles.title}>{heading}</p>
      <dl className={styles.card}>
        {[...subjectLines, 'description' as const]
          .filter((field) => draft[field] !== '')
          .map((field) => (
            <div key={field}>
              <dt>{say(subjectLabel(field))}</dt>
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
