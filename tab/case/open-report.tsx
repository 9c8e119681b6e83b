import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { shownAnswers } from '../../cards/report-parts.ts';
import { consentWithdrawnOn } from '../../concerns/casework/withdrawn-consent.ts';
import type { SealedReport } from '../../concerns/records/sealed-report.ts';
import { ConsentWithdrawn } from './consent-withdrawn.tsx';
import { HubAnswers, HubOrigin } from './hub-report.tsx';
import { NamedHandlers } from './named-handlers.tsx';
import { useTab } from '../parts/tab-context.ts';
import type { OpenedCase } from './case-context.ts';
import { ReportFiles } from './report-files.tsx';
import { ReportIdentity } from './report-identity.tsx';
import { SealedTo } from './sealed-to.tsx';

const useStyles = makeStyles({
  report: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  answers: {
    margin: 0,
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    '& dt': { fontWeight: tokens.fontWeightSemibold },
    '& dd': { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  },
  language: { color: tokens.colorNeutralForeground2 },
});

export default function OpenReport({ opened }: { readonly opened: OpenedCase }) {
  const { say, announce } = useTab();
  const styles = useStyles();
  const { report, recipients } = opened.report;
  const isHub = report.route === 'hub';
  const withdrawnOn = consentWithdrawnOn(opened.report);

  useEffect(() => announce(say('case.isOpen')), [announce, say]);

  return (
    <div className={styles.report}>
      {withdrawnOn !== undefined && <ConsentWithdrawn on={withdrawnOn} />}
      {isHub && <HubOrigin />}
      <p className={styles.language}>
        <strong>{say(report.language === 'cy' ? 'case.writtenInWelsh' : 'case.writtenInEnglish')}</strong>.{' '}
        {say('case.keepOriginal')}
      </p>
      {isHub ? <HubAnswers report={report} /> : <Answers report={report} />}
      <NamedHandlers answers={report.answers} />
      <ReportFiles opened={opened} />
      <ReportIdentity opened={opened} />
      <SealedTo fingerprints={recipients} />
    </div>
  );
}

function Answers({ report }: { readonly report: SealedReport }) {
  const { language } = useTab();
  const styles = useStyles();
  return (
    <dl className={styles.answers}>
      {shownAnswers(language, report.route, report.answers).map(({ id, label, text, isTyped }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd {...(isTyped && { lang: report.language, dir: 'auto', translate: 'no' as const })}>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
