import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { type CaseId, showCaseId } from '../../concerns/terms/codes.ts';
import { LazyPart } from '../parts/lazy-part.tsx';
import { createPart, loadPart } from '../parts/load-part.ts';
import { groundText, strengthText } from '../parts/named-in-case.ts';
import { Notice } from '../parts/notice.tsx';
import { refusalText } from '../parts/refusal-text.ts';
import { useTab } from '../parts/tab-context.ts';
import type { FoundCase } from '../subjects/compare-sealed.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';
import { NotSameForm } from './not-same-form.tsx';
import { CardShown } from './subject-shown.tsx';
import { useOpening } from './use-opening.ts';

const openedReport = createPart(
  async () => (await loadPart('case/open-report.tsx', () => import('./open-report.tsx'))).default,
);

const useStyles = makeStyles({
  match: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    marginTop: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  cards: {
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(11rem, 100%), 1fr))',
  },
});

export interface Judged {
  readonly other: CaseId;
  readonly as: 'linked' | 'notSame';
}

/** Both reports are opened before someone decides. */
export function SubjectMatch(props: { readonly other: FoundCase; readonly onJudged: (judged: Judged) => void }) {
  const { other, onJudged } = props;
  const { say } = useTab();
  const styles = useStyles();
  const heading = useId();
  const { caseId, match, mine, theirs } = other;
  // Erasure of the other case is not watched here; its report goes when the keys lock.
  const { opening, opened, open } = useOpening(caseId, false);
  const reference = showCaseId(caseId);
  return (
    <section className={styles.match} aria-labelledby={heading}>
      <p id={heading} className={styles.title}>{`${reference}: ${strengthText(say, match.strength)}`}</p>
      <p>{say('subjects.grounds', { grounds: match.grounds.map((ground) => groundText(say, ground)).join(', ') })}</p>
      {mine.isFormer && <p>{say('subjects.ownFormer')}</p>}
      {theirs.isFormer && <p>{say('subjects.former', { reference })}</p>}
      <div className={styles.cards}>
        <CardShown heading={say('subjects.thisCase', { version: mine.version })} subject={mine.subject} />
        <CardShown
          heading={say('subjects.otherCase', { reference, version: theirs.version })}
          subject={theirs.subject}
        />
      </div>
      {opened === undefined && opening.kind !== 'opening' && (
        <>
          <p>{say('subjects.openBoth')}</p>
          <div>
            <Button onClick={() => void open()}>{say('subjects.openOther', { reference })}</Button>
          </div>
        </>
      )}
      {opening.kind === 'opening' && <Spinner size="small" label={say('case.opening')} labelPosition="after" />}
      {(opening.kind === 'refused' || opening.kind === 'otherKey' || opening.kind === 'failed') && (
        <Notice tone="careful" role="alert">
          <p>{opening.kind === 'refused' ? refusalText(say, opening.refusal) : say('case.notForYourKey')}</p>
        </Notice>
      )}
      {opened !== undefined && (
        <>
          <LazyPart part={openedReport} props={{ opened }} waiting={say('case.opening')} />
          <Judgement other={caseId} onJudged={(as) => onJudged({ other: caseId, as })} />
        </>
      )}
    </section>
  );
}

function Judgement(props: { readonly other: CaseId; readonly onJudged: (as: Judged['as']) => void }) {
  const { say, call } = useTab();
  const { other, onJudged } = props;
  const { form, plain } = useCaseForm({}, other);
  const reference = showCaseId(other);
  return (
    <>
      <CaseForm
        {...form}
        problems={[]}
        sendLabel={say('subjects.link', { reference })}
        savedText={say('work.linkSaved')}
        onSaved={() => onJudged('linked')}
        send={plain(({ adding }) => call('case.link', { ...adding, other }))}
      />
      <NotSameForm
        other={other}
        revised={false}
        sendLabel={say('subjects.notSame')}
        savedText={say('subjects.notSameSaved')}
        reasonLabel={say('subjects.notSameReason', { reference })}
        onSaved={() => onJudged('notSame')}
      />
    </>
  );
}
