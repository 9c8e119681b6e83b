import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { parseCaseId, showCaseId } from '../../concerns/terms/codes.ts';
import { RefusalNotice } from '../parts/refusal-notice.tsx';
import { useTab } from '../parts/tab-context.ts';
import { type BulkOutcome, doneIn, type Steps } from './in-steps.ts';

const useStyles = makeStyles({
  result: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

const whyWords = {
  moved: 'bulk.moved',
  notTo: 'bulk.notTo',
  reasonNeeded: 'bulk.reasonNeeded',
  refused: 'bulk.refused',
  unsure: 'bulk.unsure',
} as const satisfies Record<Exclude<BulkOutcome, 'done' | 'wasDone'>, string>;

interface Props {
  readonly steps: Steps;
  readonly doneWord: 'bulk.done' | 'bulk.acknowledged';
  /** Cases that are not known to be done. */
  readonly left: number;
  readonly isWorking: boolean;
  readonly onAgain: () => void;
}

const shown = (caseId: string): string => {
  const parsed = parseCaseId(caseId);
  return parsed === undefined ? caseId : showCaseId(parsed);
};

export function BulkResult({ steps, doneWord, left, isWorking, onAgain }: Props) {
  const styles = useStyles();
  const { say } = useTab();
  const others = [...steps.outcomes].flatMap(([caseId, outcome]) =>
    outcome === 'done' || outcome === 'wasDone' ? [] : [{ caseId, outcome }],
  );
  return (
    <div className={styles.result}>
      <Body1 role="status">{say(doneWord, { count: doneIn(steps) })}</Body1>
      {others.length > 0 && (
        <ul className={styles.list}>
          {others.map(({ caseId, outcome }) => (
            <li key={caseId}>{say(whyWords[outcome], { reference: shown(caseId) })}</li>
          ))}
        </ul>
      )}
      {steps.refusal && <RefusalNotice refusal={steps.refusal} />}
      {left > 0 && !isWorking && <Button onClick={onAgain}>{say('bulk.again')}</Button>}
    </div>
  );
}
