import { Body1, Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { PersonView } from '../../contract/operation-answers.ts';
import { SelectField } from '../ui/form-fields.tsx';
import { personName } from '../ui/person-name.ts';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { Section } from '../ui/section.tsx';
import { useTab } from '../ui/tab-context.ts';
import { useQuery } from '../ui/use-query.ts';
import { BulkResult, createAssignRequest, useBulkAssign } from './use-bulk-request.tsx';
import type { CaseListFilter } from './case-list-filter.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end' },
});

const maxCases = 100;

export function HandOverForm({
  handledBy,
  onDone,
}: {
  readonly handledBy: CaseListFilter['handledBy'];
  readonly onDone: () => void;
}) {
  const styles = useStyles();
  const tab = useTab();
  const { translate, call } = tab;
  const id = useId();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const handledByField = handledBy === undefined ? {} : { handledBy };

  const { answer, refusal, setRefusal, load } = useQuery('bulk.people', handledByField);
  const people = answer?.people;

  const bulk = useBulkAssign(() => {
    void load();
    onDone();
  });

  const known = people ?? [];
  const holders = known.filter(({ open }) => open > 0);
  const count = Math.min(maxCases, holders.find(({ objectId }) => objectId === from)?.open ?? 0);
  const displayName = ({ objectId }: PersonView) => personName(tab, { objectId }, known);

  async function handOver(): Promise<void> {
    const found = await call('bulk.casesWith', { ...handledByField, person: from });
    setRefusal(found.ok ? undefined : found.refusal);
    if (!found.ok) return;
    await bulk.start(found.value.caseIds.map((caseId) => createAssignRequest({ caseId, from, to })));
  }
  const choose = (set: (value: string) => void) => (value: string) => {
    bulk.reset();
    set(value);
  };
  return (
    <Section title={translate('list.handOver')}>
      <Body1>{translate('bulk.handOverWhat')}</Body1>
      {people === undefined && !refusal && <Spinner size="tiny" label={translate('bulk.working')} />}
      {refusal && <RefusalNotice refusal={refusal} />}
      {people !== undefined && holders.length === 0 && !bulk.steps && <Body1>{translate('bulk.nobody')}</Body1>}
      {(holders.length > 0 || bulk.steps) && (
        <div className={styles.line}>
          <SelectField
            id={`${id}from`}
            label={translate('bulk.from')}
            value={from}
            onValue={choose(setFrom)}
            options={holders.map((one) => ({
              value: one.objectId,
              text: translate('bulk.fromPerson', { name: displayName(one), count: one.open }),
            }))}
          />
          <SelectField
            id={`${id}to`}
            label={translate('bulk.to')}
            value={to}
            onValue={choose(setTo)}
            options={known
              .filter(({ objectId, mayHave }) => mayHave && objectId !== from)
              .map((one) => ({ value: one.objectId, text: displayName(one) }))}
          />
          <Button
            appearance="primary"
            disabledFocusable={count === 0 || to === '' || to === from || bulk.isWorking}
            onClick={() => void handOver()}
          >
            {count === 0 ? translate('bulk.giveNone') : translate('bulk.give', { count })}
          </Button>
        </div>
      )}
      {count === maxCases && <Body1>{translate('bulk.most', { most: maxCases })}</Body1>}
      {bulk.isWorking && <Spinner size="tiny" label={translate('bulk.working')} />}
      {bulk.steps && (
        <BulkResult
          steps={bulk.steps}
          doneWord="bulk.done"
          left={bulk.remaining.length}
          isWorking={bulk.isWorking}
          onAgain={() => void bulk.retry()}
        />
      )}
    </Section>
  );
}
