import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useContext, useEffect, useState } from 'react';
import { formatCaseId, parseCaseId } from '../../core/model/case-id.ts';
import { CaseListMemoryContext } from '../cases/case-list-memory.ts';
import { laterInQueue, nextInQueue, passInQueue } from '../cases/case-queue.ts';
import { type CaseQueue, useTab } from '../ui/tab-context.ts';

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    borderRadius: tokens.borderRadiusMedium,
  },
  place: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  passed: { flexBasis: '100%' },
});

/** `why`: the case that is shown is not to be worked on here any more. */
export function QueueBar({ queue, why }: { readonly queue: CaseQueue; readonly why: 'taken' | 'gone' | undefined }) {
  const styles = useStyles();
  const { translate, navigate, announce } = useTab();
  const memory = useContext(CaseListMemoryContext);
  const current = queue.cases[queue.at]?.caseId;
  const next = nextInQueue(queue);
  const passedText = ({ caseId, why: reason }: CaseQueue['passed'][number]): string => {
    const parsed = parseCaseId(caseId);
    return translate(reason === 'taken' ? 'queue.passedTaken' : 'queue.passedGone', {
      reference: parsed === undefined ? caseId : formatCaseId(parsed),
    });
  };
  const go = (to: CaseQueue | undefined): void => {
    const caseId = to?.cases[to.at]?.caseId;
    if (to !== undefined && caseId !== undefined) return navigate({ page: 'case', caseId, queue: to });
    memory.openedCaseId = current;
    announce(translate('queue.done'));
    navigate({ page: 'cases' });
  };
  const [passed, setPassed] = useState<string>();
  useEffect(() => {
    if (why === undefined || current === undefined || passed === current) return;
    setPassed(current);
    const after = passInQueue(queue, why);
    announce(passedText({ caseId: current, why }));
    go(after);
  }, [why, current, passed]);
  const isLast = next === undefined;
  return (
    <section className={styles.bar} aria-label={translate('queue.label')}>
      <span className={styles.place}>
        {translate('queue.place', { place: queue.at + 1, count: queue.cases.length })}
      </span>
      <Button size="small" appearance="primary" data-key="n" onClick={() => go(next)}>
        {translate(isLast ? 'queue.last' : 'queue.next')}
      </Button>
      {!isLast && (
        <Button size="small" data-key="l" onClick={() => go(laterInQueue(queue))}>
          {translate('queue.later')}
        </Button>
      )}
      {queue.isMore && isLast && <span>{translate('queue.first', { count: queue.cases.length })}</span>}
      {queue.passed.map((one) => (
        <span key={one.caseId} className={styles.passed} role="status">
          {passedText(one)}
        </span>
      ))}
    </section>
  );
}
