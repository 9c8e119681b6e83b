import { useCallback, useEffect, useState } from 'react';
import type { Refusal } from '../../contract/operation-answers.ts';
import type { OperationAnswer, Operation, OperationRequest } from '../../contract/operations.ts';
import { useTab } from './tab-context.ts';

/**
 * Asks at once, again if the question or `refreshKey` changes, and at each `load`, which returns whether an answer
 * came. A refusal leaves the earlier answer.
 */
export function useQuery<Name extends Operation>(name: Name, request: OperationRequest<Name>, refreshKey?: number) {
  const { call } = useTab();
  const [answer, setAnswer] = useState<OperationAnswer<Name>>();
  const [refusal, setRefusal] = useState<Refusal>();
  const load = useCallback(async (): Promise<boolean> => {
    const result = await call(name, request);
    setRefusal(result.ok ? undefined : result.refusal);
    if (result.ok) setAnswer(result.value);
    return result.ok;
  }, [call, name, JSON.stringify(request), refreshKey]);
  useEffect(() => void load(), [load]);
  return { answer, setAnswer, refusal, setRefusal, load };
}
