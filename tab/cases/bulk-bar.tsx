import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useId, useState } from 'react';
import type { CaseRow } from '../../contract/operation-answers.ts';
import type { OperationAnswer } from '../../contract/operations.ts';
import { SelectField } from '../ui/form-fields.tsx';
import { personName } from '../ui/person-name.ts';
import { useTab } from '../ui/tab-context.ts';
import { BulkResult, createAssignRequest, useBulkRequest, useBulkAssign } from './use-bulk-request.tsx';
import type { CaseListFilter } from './case-list-filter.ts';

const useStyles = makeStyles({
  bar: { display: 'grid', gap: tokens.spacingVerticalS },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end' },
});

interface AcknowledgeRequest {
  readonly caseId: string;
}

interface Props {
  readonly rows: readonly CaseRow[];
  readonly selected: readonly CaseRow[];
  readonly handledBy: CaseListFilter['handledBy'];
  readonly onSelect: (caseIds: readonly string[]) => void;
  readonly onDone: () => void;
}

export function BulkBar({ rows, selected, handledBy, onSelect, onDone }: Props) {
  const styles = useStyles();
  const tab = useTab();
  const { translate, call, me } = tab;
  const id = useId();
  const [people, setPeople] = useState<OperationAnswer<'bulk.people'>['people']>([]);
  const [to, setTo] = useState('');
  const acknowledgeBulk = useBulkRequest<AcknowledgeRequest>(
    useCallback(
      (some: readonly AcknowledgeRequest[]) => call('bulk.acknowledge', { cases: some.map(({ caseId }) => caseId) }),
      [call],
    ),
    'bulk.acknowledged',
    onDone,
  );
  const assignBulk = useBulkAssign(onDone);
  const hasSelection = selected.length > 0;
  useEffect(() => {
    if (!hasSelection) return;
    void call('bulk.people', handledBy === undefined ? {} : { handledBy }).then((answer) =>
      setPeople(answer.ok ? answer.value.people : []),
    );
  }, [call, hasSelection, handledBy]);

  const isWorking = acknowledgeBulk.isWorking || assignBulk.isWorking;
  const count = selected.length;
  const assign = (whom: string): void => {
    acknowledgeBulk.reset();
    void assignBulk.start(
      selected.map(({ figures: { caseId, assignee } }) =>
        createAssignRequest({ caseId, ...(assignee !== undefined && { from: assignee }), to: whom }),
      ),
    );
  };
  const acknowledge = (): void => {
    assignBulk.reset();
    void acknowledgeBulk.start(selected.map(({ figures: { caseId } }) => ({ caseId })));
  };
  const shown = assignBulk.steps ?? acknowledgeBulk.steps;
  const at = assignBulk.steps ? assignBulk : acknowledgeBulk;
  return (
    <div className={styles.bar} role="group" aria-label={translate('list.several')}>
      <div className={styles.line}>
        <Body1>{translate('bulk.ticked', { count })}</Body1>
        <Button size="small" onClick={() => onSelect(rows.map(({ figures }) => figures.caseId))}>
          {translate('bulk.tickAll')}
        </Button>
        {hasSelection && (
          <>
            <Button size="small" onClick={() => onSelect([])}>
              {translate('bulk.tickNone')}
            </Button>
            <Button size="small" disabledFocusable={isWorking} onClick={acknowledge}>
              {translate('bulk.acknowledge')}
            </Button>
            <SelectField
              id={`${id}to`}
              label={translate('bulk.to')}
              value={to}
              onValue={setTo}
              options={people
                .filter(({ objectId, mayHave }) => mayHave && objectId !== me.objectId)
                .map(({ objectId }) => ({ value: objectId, text: personName(tab, { objectId }, people) }))}
            />
            <Button size="small" disabledFocusable={isWorking || to === ''} onClick={() => assign(to)}>
              {translate('bulk.give', { count })}
            </Button>
          </>
        )}
      </div>
      {shown && (
        <BulkResult
          steps={shown}
          doneWord={assignBulk.steps ? 'bulk.done' : 'bulk.acknowledged'}
          left={at.remaining.length}
          isWorking={isWorking}
          onAgain={() => void at.retry()}
        />
      )}
    </div>
  );
}
