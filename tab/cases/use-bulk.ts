import { useCallback, useState } from 'react';
import type { AnswerOf } from '../../contract/operations.ts';
import { type Result, useTab } from '../parts/tab-context.ts';
import { doneIn, inSteps, leftOf, type Steps } from './in-steps.ts';

export interface Bulk<Asked> {
  readonly steps: Steps | undefined;
  readonly left: readonly Asked[];
  readonly isWorking: boolean;
  readonly begin: (cases: readonly Asked[]) => Promise<void>;
  /** Sends again what is not known to be done, under the same request ids. */
  readonly again: () => Promise<void>;
  readonly forget: () => void;
}

/** `onDone` is called after each round. */
export function useBulk<Asked extends { readonly caseId: string }>(
  send: (some: readonly Asked[]) => Promise<Result<AnswerOf<'bulk.give'>>>,
  doneWord: 'bulk.done' | 'bulk.acknowledged',
  onDone: () => void,
): Bulk<Asked> {
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
    begin: (all) => round(all, undefined),
    again: () => round(cases, steps),
    forget: () => setSteps(undefined),
  };
}
