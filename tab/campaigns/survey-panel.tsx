import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { OperationAnswer } from '../../contract/operations.ts';
import type { SurveyQuestionTable } from '../../summary/survey/survey-tables.ts';
import { createLatestResponseFilter } from '../ui/latest-response-filter.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { type Result, useTab } from '../ui/tab-context.ts';

const useStyles = makeStyles({
  around: { overflowX: 'auto', maxWidth: '48rem', padding: tokens.spacingHorizontalXS },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    '& caption': { textAlign: 'start', fontWeight: tokens.fontWeightSemibold, paddingBlock: tokens.spacingVerticalXS },
    '& th, & td': {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
      textAlign: 'start',
      verticalAlign: 'top',
      fontWeight: tokens.fontWeightRegular,
    },
    '& th:first-child': { paddingInlineStart: 0 },
    '& thead th': { fontWeight: tokens.fontWeightSemibold, verticalAlign: 'bottom' },
    '& td': { fontVariantNumeric: 'tabular-nums' },
  },
});

export function SurveyPanel({ campaign }: { readonly campaign: string }) {
  const { translate, call, language } = useTab();
  const [answer, setAnswer] = useState<Result<OperationAnswer<'campaigns.readPulse'>>>();
  const [newest] = useState(createLatestResponseFilter);
  const [isWanted, setWanted] = useState(false);
  const load = useCallback(
    () => void newest(call('campaigns.readPulse', { campaign, language }), setAnswer),
    [call, campaign, language, newest],
  );
  useEffect(() => {
    if (isWanted) load();
  }, [isWanted, load]);
  return (
    <Panel
      heading={translate('campaigns.pulseHeading')}
      onOpen={() => {
        setWanted(true);
        if (isWanted) load();
      }}
    >
      {!answer && <Spinner label={translate('campaigns.loading')} />}
      {answer && !answer.ok && (
        <RefusalNotice refusal={answer.refusal} retry={{ words: translate('campaigns.again'), run: load }} />
      )}
      {answer?.ok && answer.value.kind === 'notNow' && (
        <Notice tone="careful" role="status">
          {translate('campaigns.pulseNotNow')}
        </Notice>
      )}
      {answer?.ok && answer.value.kind === 'pulse' && (
        <>
          {answer.value.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
          {answer.value.tables.map((table) => (
            <QuestionTable key={table.title} table={table} />
          ))}
        </>
      )}
    </Panel>
  );
}

function QuestionTable({ table: { title, columns, rows } }: { readonly table: SurveyQuestionTable }) {
  const styles = useStyles();
  return (
    // A narrow screen scrolls it sideways, by the keyboard too.
    <div className={styles.around} tabIndex={0} role="group" aria-label={title}>
      <table className={styles.table}>
        <caption>{title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([label = '', ...cells]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {cells.map((cell, place) => (
                <td key={columns[place + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
