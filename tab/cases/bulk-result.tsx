import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { parseCaseId, showCaseId } from '../../core/model/codes.ts';
import type { AnswerOf } from '../../contract/operations.ts';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { newRequestId } from '../ui/request-ids.ts';
import { type Result, useTab } from '../ui/tab-context.ts';
import { type BulkOutcome, doneIn, inSteps, leftOf, type Steps } from './bulk-request.ts';

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

const shown = (caseId: string): string => {
  const parsed = parseCaseId(caseId);
  return parsed === undefined ? caseId : showCaseId(parsed);
};

export function BulkResult({
  steps,
  doneWord,
  left,
  isWorking,
  onAgain,
}: {
  readonly steps: Steps;
  readonly doneWord: 'bulk.done' | 'bulk.acknowledged';
  readonly left: number;
  readonly isWorking: boolean;
  readonly onAgain: () => void;
}) {
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

export function useBulk<Asked extends { readonly caseId: string }>(
  send: (some: readonly Asked[]) => Promise<Result<AnswerOf<'bulk.give'>>>,
  doneWord: 'bulk.done' | 'bulk.acknowledged',
  onDone: () => void,
) {
  const { say, announce } = useTab();
  const [cases, setCases] = useState<readonly Asked[]>([]);
  const [steps, setSteps] = useState<Steps>();
  const [isWorking, setIsWorking] = useState(false);

  const round = useCallback(
    async (all: readonly Asked[], before: Steps | undefined) => {
      setIsWorking(true);
      setCases(all);
      const sent = before === undefined ? all : leftOf(all, before);
      const joined = (now: Steps): Steps => ({
        ...now,
        outcomes: new Map([...(before?.outcomes ?? []), ...now.outcomes]),
      });
      const end = joined(
        await inSteps(sent, send, (now) => {
          setSteps(joined(now));
          announce(say('bulk.progress', { done: joined(now).outcomes.size, count: all.length }));
        }),
      );
      setSteps(end);
      setIsWorking(false);
      announce(say(doneWord, { count: doneIn(end) }));
      onDone();
    },
    [announce, doneWord, onDone, say, send],
  );
  return {
    steps,
    left: steps === undefined ? [] : leftOf(cases, steps),
    isWorking,
    begin: (all: readonly Asked[]) => round(all, undefined),
    /** Sends again what is not known to be done, under the same request ids. */
    again: () => round(cases, steps),
    forget: () => setSteps(undefined),
  };
}

interface Given {
  readonly caseId: string;
  readonly request: string;
  readonly from?: string;
  readonly to: string;
}

export const newGiven = (given: Omit<Given, 'request'>): Given => ({ ...given, request: newRequestId() });

export function useGiving(onDone: () => void) {
  const { call } = useTab();
  const send = useCallback(
    (some: readonly Given[]) =>
      call('bulk.give', { cases: some.map(({ to: _to, ...one }) => one), to: some[0]?.to ?? '' }),
    [call],
  );
  return useBulk(send, 'bulk.done', onDone);
}
