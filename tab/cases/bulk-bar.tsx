import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useId, useState } from 'react';
import type { CaseRow } from '../../contract/answers.ts';
import type { AnswerOf } from '../../contract/operations.ts';
import { SelectField } from '../ui/fields.tsx';
import { personName } from '../ui/person-name.ts';
import { useTab } from '../ui/tab-context.ts';
import { BulkResult, newGiven, useBulk, useGiving } from './bulk-result.tsx';
import type { ListFilter } from './list-filter.ts';

const useStyles = makeStyles({
  bar: { display: 'grid', gap: tokens.spacingVerticalS },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end' },
});

interface Named {
  readonly caseId: string;
}

interface Props {
  readonly rows: readonly CaseRow[];
  readonly ticked: readonly CaseRow[];
  readonly handledBy: ListFilter['handledBy'];
  readonly onTick: (caseIds: readonly string[]) => void;
  readonly onDone: () => void;
}

export function BulkBar({ rows, ticked, handledBy, onTick, onDone }: Props) {
  const styles = useStyles();
  const tab = useTab();
  const { say, call, me } = tab;
  const id = useId();
  const [people, setPeople] = useState<AnswerOf<'bulk.people'>['people']>([]);
  const [to, setTo] = useState('');
  const noting = useBulk<Named>(
    useCallback(
      (some: readonly Named[]) => call('bulk.acknowledge', { cases: some.map(({ caseId }) => caseId) }),
      [call],
    ),
    'bulk.acknowledged',
    onDone,
  );
  const giving = useGiving(onDone);
  const hasTicked = ticked.length > 0;
  useEffect(() => {
    if (!hasTicked) return;
    void call('bulk.people', handledBy === undefined ? {} : { handledBy }).then((answer) =>
      setPeople(answer.ok ? answer.value.people : []),
    );
  }, [call, hasTicked, handledBy]);

  const isWorking = noting.isWorking || giving.isWorking;
  const count = ticked.length;
  const give = (whom: string): void => {
    noting.forget();
    void giving.begin(
      ticked.map(({ figures: { caseId, assignee } }) =>
        newGiven({ caseId, ...(assignee !== undefined && { from: assignee }), to: whom }),
      ),
    );
  };
  const acknowledge = (): void => {
    giving.forget();
    void noting.begin(ticked.map(({ figures: { caseId } }) => ({ caseId })));
  };
  const shown = giving.steps ?? noting.steps;
  const at = giving.steps ? giving : noting;
  return (
    <div className={styles.bar} role="group" aria-label={say('list.several')}>
      <div className={styles.line}>
        <Body1>{say('bulk.ticked', { count })}</Body1>
        <Button size="small" onClick={() => onTick(rows.map(({ figures }) => figures.caseId))}>
          {say('bulk.tickAll')}
        </Button>
        {hasTicked && (
          <>
            <Button size="small" onClick={() => onTick([])}>
              {say('bulk.tickNone')}
            </Button>
            <Button size="small" disabledFocusable={isWorking} onClick={acknowledge}>
              {say('bulk.acknowledge')}
            </Button>
            <Button size="small" disabledFocusable={isWorking} onClick={() => give(me.objectId)}>
              {say('bulk.takeThem')}
            </Button>
            <SelectField
              id={`${id}to`}
              label={say('bulk.to')}
              value={to}
              onValue={setTo}
              options={people
                .filter(({ objectId, mayHave }) => mayHave && objectId !== me.objectId)
                .map(({ objectId }) => ({ value: objectId, text: personName(tab, { objectId }, people) }))}
            />
            <Button size="small" disabledFocusable={isWorking || to === ''} onClick={() => give(to)}>
              {say('bulk.give', { count })}
            </Button>
          </>
        )}
      </div>
      {shown && (
        <BulkResult
          steps={shown}
          doneWord={giving.steps ? 'bulk.done' : 'bulk.acknowledged'}
          left={at.left.length}
          isWorking={isWorking}
          onAgain={() => void at.again()}
        />
      )}
    </div>
  );
}
