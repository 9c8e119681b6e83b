import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { answerText } from '../../cards/answer-text.ts';
import { questionLabel } from '../../cards/question-field.ts';
import { type QuestionId, questions } from '../../concerns/terms/questions.ts';
import { useTab } from '../parts/tab-context.ts';
import type { OpenedCase } from './case-context.ts';
import { ReportIdentity } from './report-identity.tsx';
import { SealedTo } from './sealed-to.tsx';

const useStyles = makeStyles({
  report: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  answers: {
    margin: 0,
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    '& dt': { fontWeight: tokens.fontWeightSemibold },
    // As it was typed: every line and space, and never a scroll sideways.
    '& dd': { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  },
  language: { color: tokens.colorNeutralForeground2 },
});

const isQuestion = (id: string): id is QuestionId => Object.hasOwn(questions, id);
const order = Object.keys(questions).filter(isQuestion);

/** An opened report: each question that was answered, and the answer as plain text. */
export default function OpenReport({ opened }: { readonly opened: OpenedCase }) {
  const { say, language, announce } = useTab();
  const styles = useStyles();
  const { report, recipients } = opened.report;

  useEffect(() => announce(say('case.isOpen')), [announce, say]);

  return (
    <div className={styles.report}>
      <p className={styles.language}>
        <strong>{say(report.language === 'cy' ? 'case.writtenInWelsh' : 'case.writtenInEnglish')}</strong>.{' '}
        {say('case.keepOriginal')}
      </p>
      <dl className={styles.answers}>
        {order.map((id) => {
          const answer = report.answers[id];
          if (answer === undefined || answer === '') return null;
          const isTyped = questions[id].kind === 'text';
          return (
            <div key={id}>
              <dt>{questionLabel(language, id)}</dt>
              <dd {...(isTyped && { lang: report.language, dir: 'auto', translate: 'no' as const })}>
                {answerText(language, id, answer)}
              </dd>
            </div>
          );
        })}
      </dl>
      <ReportIdentity opened={opened} />
      <SealedTo fingerprints={recipients} />
    </div>
  );
}
