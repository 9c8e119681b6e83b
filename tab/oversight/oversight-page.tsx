import { Badge, Button, makeStyles, Spinner, Text, Title2, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import { formatCaseId } from '../../core/model/case-id.ts';
import { formatDay } from '../../words/date-format.ts';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useTab } from '../ui/tab-context.ts';
import type { Refusal } from '../../contract/operation-answers.ts';
import type { OverseenCaseRow } from '../../contract/oversight.ts';
import { useKeys } from '../crypto/keys-context.tsx';
import { UnlockPanel } from '../crypto/unlock-panel.tsx';
import { CaseOversight } from './case-oversight.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '48rem' },
  title: { margin: 0 },
  rows: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
});

interface OversightListState {
  readonly rows: readonly OverseenCaseRow[];
  readonly next?: string;
  readonly refusal?: Refusal;
  readonly isWaiting: boolean;
}

export default function OversightPage() {
  const styles = useStyles();
  const { translate, call, language } = useTab();
  const isUnlocked = useKeys().getKeys('reserve').length > 0;
  const [listed, setListed] = useState<OversightListState>({ rows: [], isWaiting: true });
  const [chosen, setChosen] = useState<OverseenCaseRow['caseId']>();

  const load = useCallback(
    async (after?: string) => {
      setListed((before) => ({ ...before, isWaiting: true }));
      const answer = await call('oversight.list', after === undefined ? {} : { after });
      setListed((before) =>
        answer.ok
          ? {
              rows: after === undefined ? answer.value.rows : [...before.rows, ...answer.value.rows],
              ...(answer.value.next !== undefined && { next: answer.value.next }),
              isWaiting: false,
            }
          : { ...before, refusal: answer.refusal, isWaiting: false },
      );
    },
    [call],
  );
  useEffect(() => void load(), [load]);
  const { rows, next, refusal, isWaiting } = listed;

  return (
    <div className={styles.page}>
      <Title2 as="h1" tabIndex={-1} className={styles.title}>
        {translate('shell.oversight')}
      </Title2>
      <Text>{translate('oversight.intro')}</Text>
      <Text>{translate('oversight.recorded')}</Text>
      {!isUnlocked && <UnlockPanel />}
      {refusal && (
        <RefusalNotice refusal={refusal} retry={{ words: translate('oversight.tryAgain'), run: () => void load() }} />
      )}
      {isWaiting && <Spinner size="tiny" label={translate('oversight.loading')} />}
      {!isWaiting && !refusal && rows.length === 0 && <Text>{translate('oversight.none')}</Text>}
      {rows.length > 0 && (
        <ul className={styles.rows} aria-label={translate('oversight.list')}>
          {rows.map(({ caseId, toldOn, isNew }) => (
            <li key={caseId} className={styles.row}>
              <Button
                aria-expanded={caseId === chosen}
                onClick={() => setChosen(caseId === chosen ? undefined : caseId)}
              >
                {translate('oversight.row', { reference: formatCaseId(caseId), day: formatDay(language, toldOn) })}
              </Button>
              {isNew && <Badge appearance="outline">{translate('oversight.isNew')}</Badge>}
            </li>
          ))}
        </ul>
      )}
      {next !== undefined && (
        <div>
          <Button disabledFocusable={isWaiting} onClick={() => void load(next)}>
            {translate('oversight.more')}
          </Button>
        </div>
      )}
      {chosen !== undefined && <CaseOversight key={chosen} caseId={chosen} />}
    </div>
  );
}
