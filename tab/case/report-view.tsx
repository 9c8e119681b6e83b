import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo } from 'react';
import { otherPersonText } from '../../cards/partner-report-text.ts';
import { shownAnswers } from '../../cards/report-parts.ts';
import { handlersNamedIn } from '../../core/casework/subject-extraction.ts';
import { consentWithdrawnOn } from '../../core/casework/consent.ts';
import type { SealedReport } from '../../core/model/sealed-report.ts';
import type { Answers } from '../../core/model/questions.ts';
import { namedFiles } from '../file-viewer/named-files.ts';
import { LazyPart } from '../ui/lazy-part.tsx';
import { createPart, loadPart } from '../ui/lazy-loader.ts';
import { keyGroupText } from '../ui/labels.ts';
import { Notice } from '../ui/notice.tsx';
import { useTab } from '../ui/tab-context.ts';
import { Fingerprint } from '../crypto/fingerprint.tsx';
import { useKeys } from '../crypto/keys-context.tsx';
import { type OpenedCase, useCaseContext } from './case-context.ts';
import { useCaseChange } from './case-form.tsx';
import { ConsentWithdrawn, HubAnswers, HubOrigin } from './partner-report.tsx';
import { type KeyHolder, whoseKeys } from './key-holder.ts';

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
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
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
      {isHub ? <HubAnswers report={report} /> : <StaffAnswers report={report} />}
      <NamedHandlers answers={report.answers} />
      <ReportFiles opened={opened} />
      <ReportIdentity opened={opened} />
      <SealedTo fingerprints={recipients} />
    </div>
  );
}

function StaffAnswers({ report }: { readonly report: SealedReport }) {
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

const textsOf = ({ who, what, observed, theirWords }: Answers): readonly string[] => [
  who ?? '',
  [what, observed, theirWords].join('\n'),
];

/** Compared on this page: no one is told, and nothing is done by itself. */
function NamedHandlers({ answers }: { readonly answers: Answers }) {
  const { say, me } = useTab();
  const styles = useStyles();
  const { view, follow } = useCaseContext();
  const others = view.assignable.filter(({ objectId }) => objectId !== me.objectId);
  const handlers = [{ objectId: me.objectId, name: me.name }, ...others];
  const named = textsOf(answers)
    .map((text) => handlersNamedIn(text, handlers))
    .find((found) => found.length > 0);
  if (named === undefined) return null;
  const isReader = named.some(({ objectId }) => objectId === me.objectId);
  const colleagues = named.filter(({ objectId }) => objectId !== me.objectId);
  return (
    <Notice tone="careful" role="note">
      {isReader && (
        <>
          <p>{say('subjects.namesYou')}</p>
          <div className={styles.buttons}>
            <Button size="small" onClick={() => follow(undefined)}>
              {say('work.conflictOpen')}
            </Button>
          </div>
        </>
      )}
      {colleagues.length > 0 && (
        <>
          <p>{say('subjects.namesHandler')}</p>
          <div className={styles.buttons}>
            {colleagues.map(({ objectId, name }) => (
              <Button key={objectId} size="small" onClick={() => follow(objectId)}>
                {say('subjects.shutOut', { name })}
              </Button>
            ))}
          </div>
        </>
      )}
    </Notice>
  );
}

const openedFiles = createPart(
  async () =>
    (await loadPart('file-viewer/decrypted-files.tsx', () => import('../file-viewer/decrypted-files.tsx'))).default,
);

function ReportFiles({ opened }: { readonly opened: OpenedCase }) {
  const { say } = useTab();
  const { view, seal, reload, doubtFile } = useCaseContext();
  const change = useCaseChange();
  const files = useMemo(() => namedFiles(opened.report, opened.record, opened.added), [opened]);
  if (files.groups.length === 0 && files.unnamed === 0) return null;
  return (
    <LazyPart
      part={openedFiles}
      props={{ files, view, seal, change, onMismatch: doubtFile, onOpened: () => void reload() }}
      waiting={say('caseFiles.loading')}
    />
  );
}

function ReportIdentity({ opened }: { readonly opened: OpenedCase }) {
  const { say, language } = useTab();
  const styles = useStyles();
  const { report, identity, otherIdentity: other } = opened.report;
  const missing = {
    named: 'case.identityMissing',
    confidential: 'case.identitySealed',
    notKept: 'case.identityNotKept',
  } as const;
  return (
    <div>
      <h3 className={styles.heading}>{say('case.identityHeading')}</h3>
      {other && <p translate="no">{otherPersonText(language, other)}</p>}
      {identity === undefined ? (
        <p>{say(missing[report.mode])}</p>
      ) : (
        <>
          <p translate="no">{say('case.identityName', { name: identity.name, id: identity.objectId })}</p>
          {report.mode === 'confidential' && <p>{say('case.identityShared')}</p>}
        </>
      )}
    </div>
  );
}

function SealedTo({ fingerprints }: { readonly fingerprints: readonly string[] }) {
  const { say } = useTab();
  const styles = useStyles();
  const { mine } = useKeys();
  const holders = mine && whoseKeys(fingerprints, mine.recipients, mine.retired);
  const name = (holder: KeyHolder) => {
    if (holder === 'unknown') return say('case.unknownKey');
    return holder === 'retired' ? say('case.retiredKey') : keyGroupText(say, holder);
  };
  return (
    <div>
      <h3 className={styles.heading}>{say('case.sealedTo')}</h3>
      <ul className={styles.list}>
        {fingerprints.map((fingerprint, place) => (
          <li key={fingerprint}>
            {holders?.[place] && `${name(holders[place].holder)}: `}
            <Fingerprint of={fingerprint} />
          </li>
        ))}
      </ul>
      {holders === undefined && <p>{say('case.keysUnknown')}</p>}
      {holders?.some(({ holder }) => holder === 'unknown') && (
        <Notice tone="alarm">
          <p>{say('case.unknownKeyText')}</p>
        </Notice>
      )}
    </div>
  );
}
