import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import { type CaseId, formatCaseId } from '../../core/model/case-id.ts';
import type { OperationAnswer } from '../../contract/operations.ts';
import type { Refusal } from '../../contract/operation-answers.ts';
import { formatDay, formatMonth, formatTimestamp } from '../../words/date-format.ts';
import { eventText } from '../ui/event-text.ts';
import { outcomeText } from '../ui/case-labels.ts';
import { LabelledSelect } from '../ui/labelled-select.tsx';
import { personName } from '../ui/person-name.ts';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { Section } from '../ui/section.tsx';
import { useTab } from '../ui/tab-context.ts';
import { useQuery } from '../ui/use-query.ts';
import { ResponsiveTable } from './responsive-table.tsx';

type Sample = NonNullable<OperationAnswer<'unit.sample'>['sample']>;

const useStyles = makeStyles({
  shown: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)', width: '100%' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  entries: { margin: 0, display: 'grid', gap: tokens.spacingVerticalS },
  words: { margin: 0, overflowWrap: 'anywhere' },
  beside: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** The last twelve months that are over, the last first. */
function monthsBefore(today: string): readonly string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: 12 }, (_, back) => {
    const at = new Date(Date.UTC(year, month - 2 - back, 1));
    return at.toISOString().slice(0, 7);
  });
}

export function SampleSection() {
  const { translate, me, language } = useTab();
  const months = monthsBefore(me.today);
  const [month, setMonth] = useState(months[0] ?? me.today.slice(0, 7));
  return (
    <Section title={translate('unit.sample')}>
      <Text>{translate('unit.sampleHint')}</Text>
      <LabelledSelect
        label={translate('unit.sampleMonth')}
        value={month}
        onChoose={(chosen) => setMonth(chosen ?? month)}
        options={months.map((one) => ({ value: one, words: formatMonth(language, one) }))}
      />
      <MonthSample key={month} month={month} />
    </Section>
  );
}

function MonthSample({ month }: { readonly month: string }) {
  const styles = useStyles();
  const { translate, call, announce } = useTab();
  const { answer, setAnswer, refusal, load } = useQuery('unit.sample', { month });
  const [drawing, setDrawing] = useState<{ readonly isWaiting: boolean; readonly refusal?: Refusal }>({
    isWaiting: false,
  });
  const draw = async () => {
    setDrawing({ isWaiting: true });
    const drawn = await call('unit.drawSample', { month });
    setDrawing(drawn.ok ? { isWaiting: false } : { isWaiting: false, refusal: drawn.refusal });
    if (!drawn.ok) return;
    setAnswer(drawn.value);
    announce(translate('unit.sampleDrawn'));
  };
  const shown = drawing.refusal ?? refusal;
  return (
    <div className={styles.shown}>
      {shown && <RefusalNotice refusal={shown} retry={{ words: translate('unit.tryAgain'), run: () => void load() }} />}
      {answer === undefined && !refusal && <Spinner size="tiny" label={translate('unit.sampleLoading')} />}
      {answer && !answer.sample && (
        <>
          <Text>{translate('unit.sampleNone')}</Text>
          <div>
            <Button disabledFocusable={drawing.isWaiting} onClick={() => void draw()}>
              {translate('unit.sampleDraw')}
            </Button>
          </div>
        </>
      )}
      {answer?.sample && <SampleTable sample={answer.sample} names={answer.names} onLooked={() => void load()} />}
    </div>
  );
}

function SampleTable({
  sample,
  names,
  onLooked,
}: {
  readonly sample: Sample;
  readonly names: OperationAnswer<'unit.sample'>['names'];
  readonly onLooked: () => void;
}) {
  const tab = useTab();
  const { translate, language, me } = tab;
  const [chosen, setChosen] = useState<CaseId>();
  const lookText = ({ by, on }: Sample['cases'][number]['lookedAt'][number]): string =>
    translate('unit.sampleLook', { who: personName(tab, { objectId: by }, names), day: formatDay(language, on) });
  return (
    <>
      <Text>
        {translate('unit.sampleDrawnBy', {
          who: personName(tab, { objectId: sample.by }, names),
          at: formatTimestamp(language, sample.at, me.timeZone),
        })}
      </Text>
      {sample.cases.length === 0 && <Text>{translate('unit.sampleEmpty')}</Text>}
      {sample.cases.length > 0 && (
        <ResponsiveTable
          caption={translate('unit.sampleCases')}
          columns={[
            translate('list.reference'),
            translate('unit.closed'),
            translate('unit.outcome'),
            translate('unit.person'),
            translate('unit.lookedAt'),
          ]}
          rows={sample.cases.map(({ caseId, closedOn, outcome, assignee, lookedAt }) => ({
            key: caseId,
            cells: [
              <Button
                key={caseId}
                size="small"
                aria-expanded={caseId === chosen}
                onClick={() => setChosen(caseId === chosen ? undefined : caseId)}
              >
                {formatCaseId(caseId)}
              </Button>,
              closedOn ? formatDay(language, closedOn) : translate('unit.openAgain'),
              outcome ? outcomeText(translate, outcome) : translate('unit.none'),
              assignee ? personName(tab, { objectId: assignee }, names) : translate('unit.untaken'),
              lookedAt.length === 0 ? translate('unit.notLooked') : lookedAt.map(lookText).join('; '),
            ],
          }))}
        />
      )}
      {chosen !== undefined && <CaseActs key={chosen} month={sample.month} caseId={chosen} onLooked={onLooked} />}
    </>
  );
}

/** Asked for once each time it is shown, which the server records in the case's history. */
function CaseActs({
  month,
  caseId,
  onLooked,
}: {
  readonly month: string;
  readonly caseId: CaseId;
  readonly onLooked: () => void;
}) {
  const styles = useStyles();
  const id = useId();
  const tab = useTab();
  const { translate, language, me } = tab;
  const heading = useRef<HTMLHeadingElement>(null);
  const { answer, refusal, load } = useQuery('unit.superviseCase', { month, caseId });
  useEffect(() => heading.current?.focus(), []);
  const hasAnswer = answer !== undefined;
  useEffect(() => {
    if (hasAnswer) onLooked();
  }, [hasAnswer]);
  return (
    <section className={styles.shown} aria-labelledby={id}>
      <h3 id={id} ref={heading} tabIndex={-1} className={styles.title}>
        {translate('unit.acts', { reference: formatCaseId(caseId) })}
      </h3>
      <Text>{translate('unit.actsHint')}</Text>
      {refusal && (
        <RefusalNotice refusal={refusal} retry={{ words: translate('unit.tryAgain'), run: () => void load() }} />
      )}
      {!answer && !refusal && <Spinner size="tiny" label={translate('unit.sampleLoading')} />}
      {answer && (
        <ol className={styles.entries}>
          {answer.entries.map((entry, place) => (
            <li key={place}>
              <p className={styles.words}>{eventText(tab, entry, answer.names)}</p>
              <p className={styles.beside}>{formatTimestamp(language, entry.at, me.timeZone)}</p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
