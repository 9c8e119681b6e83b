import { Button, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import type { Refusal } from '../../contract/operation-answers.ts';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useTab } from '../ui/tab-context.ts';
import type { CaseListFilter, ListOrderName } from './case-list-filter.ts';
import { loadQueue } from './case-queue.ts';

/** Goes through a list as it is when this is pressed. */
export function QueueButton({
  filter,
  order,
  describedBy,
  onStart,
}: {
  readonly filter: CaseListFilter;
  readonly order: ListOrderName | undefined;
  readonly describedBy?: string;
  readonly onStart?: () => void;
}) {
  const { translate, call, navigate } = useTab();
  const [isWaiting, setWaiting] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  async function start(): Promise<void> {
    setWaiting(true);
    setRefusal(undefined);
    const loaded = await loadQueue(call, filter, order);
    setWaiting(false);
    if (!loaded.ok) return setRefusal(loaded.refusal);
    const caseId = loaded.queue.cases[0]?.caseId;
    if (caseId === undefined) return;
    onStart?.();
    navigate({ page: 'case', caseId, queue: loaded.queue });
  }
  return (
    <>
      <Button
        size="small"
        disabledFocusable={isWaiting}
        {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
        onClick={() => void start()}
      >
        {translate('queue.start')}
      </Button>
      {isWaiting && <Spinner size="tiny" label={translate('queue.starting')} />}
      {refusal && <RefusalNotice refusal={refusal} />}
    </>
  );
}
