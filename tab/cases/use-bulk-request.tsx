import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { parseCaseId, formatCaseId } from '../../core/model/case-id.ts';
import type { OperationAnswer } from '../../contract/operations.ts';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { newRequestId } from '../ui/request-ids.ts';
import { type Result, useTab } from '../ui/tab-context.ts';
import { type BulkOutcome, countDone, sendInChunks, remainingCases, type BulkProgress } from './bulk-progress.ts';

const useStyles = makeStyles({
  result: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

const outcomeWords = {
  moved: 'bulk.moved',
  notTo: 'bulk.notTo',
  reasonNeeded: 'bulk.reasonNeeded',
  refused: 'bulk.refused',
  unsure: 'bulk.unsure',
} as const satisfies Record<Exclude<BulkOutcome, 'done' | 'wasDone'>, string>;

const formatReference = (caseId: string): string => {
  const parsed = parseCaseId(caseId);
  return parsed === undefined ? caseId : formatCaseId(parsed);
};

export function BulkResult({
  steps: progress,
  doneWord,
  left: remaining,
  isWorking,
  onAgain: onRetry,
}: {
  readonly steps: BulkProgress;
  readonly doneWord: 'bulk.done' | 'bulk.acknowledged';
  readonly left: number;
  readonly isWorking: boolean;
  readonly onAgain: () => void;
}) {
  const styles = useStyles();
  const { translate } = useTab();
  const others = [...progress.outcomes].flatMap(([caseId, outcome]) =>
    outcome === 'done' || outcome === 'wasDone' ? [] : [{ caseId, outcome }],
  );
  return (
    <div className={styles.result}>
      <Body1 role="status">{translate(doneWord, { count: countDone(progress) })}</Body1>
      {others.length > 0 && (
        <ul className={styles.list}>
          {others.map(({ caseId, outcome }) => (
            <li key={caseId}>{translate(outcomeWords[outcome], { reference: formatReference(caseId) })}</li>
          ))}
        </ul>
      )}
      {progress.refusal && <RefusalNotice refusal={progress.refusal} />}
      {remaining > 0 && !isWorking && <Button onClick={onRetry}>{translate('bulk.again')}</Button>}
    </div>
  );
}

export function useBulkRequest<Asked extends { readonly caseId: string }>(
  send: (some: readonly Asked[]) => Promise<Result<OperationAnswer<'bulk.give'>>>,
  doneWord: 'bulk.done' | 'bulk.acknowledged',
  onDone: () => void,
) {
  const { translate, announce } = useTab();
  const [cases, setCases] = useState<readonly Asked[]>([]);
  const [progress, setProgress] = useState<BulkProgress>();
  const [isWorking, setIsWorking] = useState(false);

  const runRound = useCallback(
    async (all: readonly Asked[], before: BulkProgress | undefined) => {
      setIsWorking(true);
      setCases(all);
      const sent = before === undefined ? all : remainingCases(all, before);
      const mergeProgress = (now: BulkProgress): BulkProgress => ({
        ...now,
        outcomes: new Map([...(before?.outcomes ?? []), ...now.outcomes]),
      });
      const end = mergeProgress(
        await sendInChunks(sent, send, (now) => {
          setProgress(mergeProgress(now));
          announce(translate('bulk.progress', { done: mergeProgress(now).outcomes.size, count: all.length }));
        }),
      );
      setProgress(end);
      setIsWorking(false);
      announce(translate(doneWord, { count: countDone(end) }));
      onDone();
    },
    [announce, doneWord, onDone, translate, send],
  );
  return {
    steps: progress,
    remaining: progress === undefined ? [] : remainingCases(cases, progress),
    isWorking,
    start: (all: readonly Asked[]) => runRound(all, undefined),
    /** Sends again those not known to be done, under the same request ids. */
    retry: () => runRound(cases, progress),
    reset: () => setProgress(undefined),
  };
}

interface AssignRequest {
  readonly caseId: string;
  readonly request: string;
  readonly from?: string;
  readonly to: string;
}

export const createAssignRequest = (assignment: Omit<AssignRequest, 'request'>): AssignRequest => ({
  ...assignment,
  request: newRequestId(),
});

export function useBulkAssign(onDone: () => void) {
  const { call } = useTab();
  const send = useCallback(
    (some: readonly AssignRequest[]) =>
      call('bulk.give', { cases: some.map(({ to: _to, ...one }) => one), to: some[0]?.to ?? '' }),
    [call],
  );
  return useBulkRequest(send, 'bulk.done', onDone);
}
