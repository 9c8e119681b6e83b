import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useMemo } from 'react';
import { identityMismatchText } from '../../cards/decrypted-report-notes.ts';
import { reportAnswers } from '../../cards/report-parts.ts';
import { findHandlersInText } from '../../core/casework/subject-extraction.ts';
import { consentWithdrawalDay } from '../../core/casework/consent-withdrawal.ts';
import type { SealedReport } from '../../core/model/sealed-report.ts';
import type { Answers } from '../../core/model/questions.ts';
import { groupNamedFiles } from '../file-viewer/named-files.ts';
import { LazyComponent } from '../ui/lazy-component.tsx';
import { createLazyModule, loadModule } from '../ui/lazy-module.ts';
import { keyGroupText } from '../ui/labels.ts';
import { Notice } from '../ui/notice.tsx';
import { useTab } from '../ui/tab-context.ts';
import { Fingerprint } from '../crypto/fingerprint.tsx';
import { useKeys } from '../crypto/keys-context.tsx';
import { type DecryptedCase, useCaseContext } from './case-context.ts';
import { useCaseChange } from './case-form.tsx';
import { ConsentWithdrawnNotice, PartnerAnswers, PartnerOrigin } from './partner-report.tsx';
import { PrintableReport } from './print-report.tsx';
import { type KeyHolder, findKeyHolders } from './find-key-holders.ts';

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
  parts: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  language: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

export default function DecryptedReportView({ opened: decryptedCase }: { readonly opened: DecryptedCase }) {
  const { translate, announce } = useTab();
  const styles = useStyles();
  const { report, recipients } = decryptedCase.report;
  const isPartnerReport = report.route === 'hub';
  const withdrawnOn = consentWithdrawalDay(decryptedCase.report);

  useEffect(() => announce(translate('case.isOpen')), [announce, translate]);

  return (
    <PrintableReport>
      <div className={styles.report}>
        {withdrawnOn !== undefined && <ConsentWithdrawnNotice on={withdrawnOn} />}
        {isPartnerReport && <PartnerOrigin />}
        <p className={styles.language}>
          <strong>{translate(report.language === 'cy' ? 'case.writtenInWelsh' : 'case.writtenInEnglish')}</strong>.{' '}
          {translate('case.keepOriginal')}
        </p>
        {isPartnerReport ? <PartnerAnswers report={report} /> : <StaffAnswers report={report} />}
        <div className="screen-only">
          <NamedHandlers answers={report.answers} />
        </div>
        <ReportFiles opened={decryptedCase} />
        <div className={mergeClasses('screen-only', styles.parts)}>
          <ReportIdentity opened={decryptedCase} />
          <ReportRecipients fingerprints={recipients} />
        </div>
      </div>
    </PrintableReport>
  );
}

function StaffAnswers({ report }: { readonly report: SealedReport }) {
  const { language } = useTab();
  const styles = useStyles();
  return (
    <dl className={styles.answers}>
      {reportAnswers(language, report.route, report.answers).map(({ id, label, text, isTyped }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd {...(isTyped && { lang: report.language, dir: 'auto', translate: 'no' as const })}>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

const accountTexts = ({ who, what, observed, theirWords }: Answers): readonly string[] => [
  who ?? '',
  [what, observed, theirWords].join('\n'),
];

/** Compared in this page: no one is notified, and nothing happens by itself. */
function NamedHandlers({ answers }: { readonly answers: Answers }) {
  const { translate, me } = useTab();
  const styles = useStyles();
  const { view, propose } = useCaseContext();
  const others = view.assignable.filter(({ objectId }) => objectId !== me.objectId);
  const handlers = [{ objectId: me.objectId, name: me.name }, ...others];
  const named = accountTexts(answers)
    .map((text) => findHandlersInText(text, handlers))
    .find((found) => found.length > 0);
  if (named === undefined) return null;
  const isReader = named.some(({ objectId }) => objectId === me.objectId);
  const colleagues = named.filter(({ objectId }) => objectId !== me.objectId);
  return (
    <Notice tone="careful" role="note">
      {isReader && (
        <>
          <p>{translate('subjects.namesYou')}</p>
          <div className={styles.buttons}>
            <Button size="small" onClick={() => propose(undefined)}>
              {translate('work.conflictOpen')}
            </Button>
          </div>
        </>
      )}
      {colleagues.length > 0 && (
        <>
          <p>{translate('subjects.namesHandler')}</p>
          <div className={styles.buttons}>
            {colleagues.map(({ objectId, name }) => (
              <Button key={objectId} size="small" onClick={() => propose(objectId)}>
                {translate('subjects.shutOut', { name })}
              </Button>
            ))}
          </div>
        </>
      )}
    </Notice>
  );
}

const lazyCaseFileList = createLazyModule(
  async () =>
    (await loadModule('file-viewer/case-file-list.tsx', () => import('../file-viewer/case-file-list.tsx'))).default,
);

function ReportFiles({ opened: decryptedCase }: { readonly opened: DecryptedCase }) {
  const { translate } = useTab();
  const { view, seal, reload, recordFileDoubt } = useCaseContext();
  const change = useCaseChange();
  const files = useMemo(
    () => groupNamedFiles(decryptedCase.report, decryptedCase.record, decryptedCase.addedFiles),
    [decryptedCase],
  );
  if (files.groups.length === 0 && files.unnamed === 0) return null;
  return (
    <LazyComponent
      module={lazyCaseFileList}
      props={{ files, view, seal, change, onMismatch: recordFileDoubt, onDecrypted: () => void reload() }}
      loadingLabel={translate('caseFiles.loading')}
    />
  );
}

function ReportIdentity({ opened: decryptedCase }: { readonly opened: DecryptedCase }) {
  const { translate, language } = useTab();
  const styles = useStyles();
  const { report, identity, otherIdentity: other } = decryptedCase.report;
  const missing = {
    named: 'case.identityMissing',
    confidential: 'case.identitySealed',
    notKept: 'case.identityNotKept',
  } as const;
  return (
    <div>
      <h3 className={styles.heading}>{translate('case.identityHeading')}</h3>
      {other && <p translate="no">{identityMismatchText(language, other)}</p>}
      {identity === undefined ? (
        <p>{translate(missing[report.mode])}</p>
      ) : (
        <>
          <p translate="no">{translate('case.identityName', { name: identity.name, id: identity.objectId })}</p>
          {report.mode === 'confidential' && <p>{translate('case.identityShared')}</p>}
        </>
      )}
    </div>
  );
}

function ReportRecipients({ fingerprints }: { readonly fingerprints: readonly string[] }) {
  const { translate } = useTab();
  const styles = useStyles();
  const { mine } = useKeys();
  const holders = mine && findKeyHolders(fingerprints, mine.recipients, mine.retired);
  const holderName = (holder: KeyHolder) => {
    if (holder === 'unknown') return translate('case.unknownKey');
    return holder === 'retired' ? translate('case.retiredKey') : keyGroupText(translate, holder);
  };
  return (
    <div>
      <h3 className={styles.heading}>{translate('case.sealedTo')}</h3>
      <ul className={styles.list}>
        {fingerprints.map((fingerprint, place) => (
          <li key={fingerprint}>
            {holders?.[place] && `${holderName(holders[place].holder)}: `}
            <Fingerprint of={fingerprint} />
          </li>
        ))}
      </ul>
      {holders === undefined && <p>{translate('case.keysUnknown')}</p>}
      {holders?.some(({ holder }) => holder === 'unknown') && (
        <Notice tone="alarm">
          <p>{translate('case.unknownKeyText')}</p>
        </Notice>
      )}
    </div>
  );
}
