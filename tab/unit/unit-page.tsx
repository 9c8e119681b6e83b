import { Button, Link, makeStyles, Spinner, Text, Title2, tokens } from '@fluentui/react-components';
import { daysBetween, parseDay } from '../../core/model/calendar.ts';
import { type CaseId, formatCaseId } from '../../core/model/case-id.ts';
import type { PersonId } from '../../core/model/roles.ts';
import type { Load } from '../../core/casework/unit-overview.ts';
import type { OperationAnswer } from '../../contract/operations.ts';
import { formatDay } from '../../words/date-format.ts';
import { statusText } from '../ui/labels.ts';
import { Notice } from '../ui/notice.tsx';
import { personName } from '../ui/person-name.ts';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { Section } from '../ui/section.tsx';
import { type Tab, useTab } from '../ui/tab-context.ts';
import { useQuery } from '../ui/use-query.ts';
import { SampleSection } from './sample-section.tsx';
import { ResponsiveTable } from './responsive-table.tsx';

type Overview = OperationAnswer<'unit.overview'>;

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '64rem' },
  title: { margin: 0 },
  lines: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

function ageText({ translate, me, language }: Tab, on: string | undefined): string {
  const [day, today] = [parseDay(on ?? ''), parseDay(me.today)];
  if (day === undefined || today === undefined) return translate('unit.none');
  return `${formatDay(language, day)} (${translate('unit.days', { days: Math.max(0, daysBetween(day, today)) })})`;
}

const casesText = ({ translate }: Pick<Tab, 'translate'>, cases: number, most: number): string =>
  cases >= most ? translate('unit.atLeast', { cases }) : translate('unit.cases', { cases });

/** The reference; a link if the supervisor is a handler as well. */
function CaseReference({ caseId }: { readonly caseId: CaseId }) {
  const { me, navigate } = useTab();
  if (!me.handles.includes('acu')) return formatCaseId(caseId);
  return (
    <Link as="button" onClick={() => navigate({ page: 'case', caseId })}>
      {formatCaseId(caseId)}
    </Link>
  );
}

function LoadTable({ overview }: { readonly overview: Overview }) {
  const tab = useTab();
  const { translate } = tab;
  const cells = (load: Load) => [
    load.open,
    ageText(tab, load.oldestOn),
    load.overdue,
    load.unopened,
    load.safetyMissing,
    load.unread,
  ];
  const named = overview.people
    .map((person) => ({ ...person, name: personName(tab, person, overview.names) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, tab.language));
  return (
    <ResponsiveTable
      caption={translate('unit.peopleHint', { since: formatDay(tab.language, overview.since) })}
      columns={[
        translate('unit.person'),
        translate('unit.open'),
        translate('unit.oldest'),
        translate('unit.overdue'),
        translate('unit.unopened'),
        translate('unit.safety'),
        translate('unit.unread'),
        translate('unit.openings'),
      ]}
      rows={[
        { key: 'untaken', cells: [translate('unit.untaken'), ...cells(overview.untaken), '–'] },
        ...named.map((person) => ({
          key: person.objectId,
          cells: [person.name, ...cells(person), person.openings],
        })),
      ]}
    />
  );
}

function UntouchedTable({ overview: { untouched, names } }: { readonly overview: Overview }) {
  const tab = useTab();
  const { translate } = tab;
  if (untouched.length === 0) return <Text>{translate('unit.noCases')}</Text>;
  const assigneeName = (assignee: PersonId | undefined): string =>
    assignee === undefined ? translate('unit.untaken') : personName(tab, { objectId: assignee }, names);
  return (
    <ResponsiveTable
      caption={translate('unit.untouchedHint')}
      columns={[
        translate('list.reference'),
        translate('unit.lastStep'),
        translate('list.status'),
        translate('unit.person'),
      ]}
      rows={untouched.map(({ caseId, lastStepOn, status, assignee }) => ({
        key: caseId,
        cells: [
          <CaseReference key={caseId} caseId={caseId} />,
          ageText(tab, lastStepOn),
          statusText(translate, status),
          assigneeName(assignee),
        ],
      }))}
    />
  );
}

export default function UnitPage() {
  const styles = useStyles();
  const tab = useTab();
  const { translate, announce } = tab;
  const { answer, refusal, load } = useQuery('unit.overview', {});
  const refresh = async () => {
    if (await load()) announce(translate('unit.counted'));
  };
  return (
    <div className={styles.page}>
      <Title2 as="h1" tabIndex={-1} className={styles.title}>
        {translate('shell.unit')}
      </Title2>
      <Text>{translate('unit.intro')}</Text>
      <div>
        <Button onClick={() => void refresh()}>{translate('unit.refresh')}</Button>
      </div>
      {refusal && (
        <RefusalNotice refusal={refusal} retry={{ words: translate('unit.tryAgain'), run: () => void load() }} />
      )}
      {!answer && !refusal && <Spinner size="tiny" label={translate('unit.loading')} />}
      {answer?.isCut && <Notice tone="calm">{translate('unit.cut')}</Notice>}
      {answer && (
        <>
          <Section title={translate('unit.people')}>
            <LoadTable overview={answer} />
          </Section>
          <Section title={translate('unit.awaiting')}>
            <ul className={styles.lines}>
              <li>{translate('unit.awaitingSecond', { cases: casesText(tab, answer.awaitingSecond, answer.most) })}</li>
              {answer.awaitingSignOff !== undefined && (
                <li>
                  {translate('unit.awaitingSignOff', { cases: casesText(tab, answer.awaitingSignOff, answer.most) })}
                </li>
              )}
              <li>
                {translate('unit.awaitingCustodian', { cases: casesText(tab, answer.awaitingCustodian, answer.most) })}
              </li>
            </ul>
          </Section>
          <Section title={translate('unit.untouched')}>
            <UntouchedTable overview={answer} />
          </Section>
        </>
      )}
      <SampleSection />
    </div>
  );
}
