import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useContext, useId, useState } from 'react';
import { CopyableText } from '../ui/copyable-text.tsx';
import { useUnsavedGuard } from '../ui/use-unsaved-guard.tsx';
import { Notice } from '../ui/notice.tsx';
import { useTab } from '../ui/tab-context.ts';
import { UnsavedFieldsContext, type UnsavedText } from '../ui/unsaved-changes.ts';
import { AddFilesPanel } from './add-files-panel.tsx';
import { IntegrityNotice } from './integrity-notice.tsx';
import { AssignPanel } from './assign-panel.tsx';
import { useCaseContext } from './case-context.ts';
import { CaseHeader } from './case-header.tsx';
import { ClosePanel } from './close-panel.tsx';
import { DetrimentPanel } from './detriment-panel.tsx';
import { ErasurePanel } from './erasure-panel.tsx';
import { ExclusionPanel } from './exclusion-panel.tsx';
import { ExportPanel } from './export-panel.tsx';
import { initialPanel } from './initial-panel.ts';
import { HistoryPanel } from './history-panel.tsx';
import { IdentityRequestPanel } from './identity-request-panel.tsx';
import { LinkPanel } from './link-panel.tsx';
import { DecisionLogPanel } from './decision-log-panel.tsx';
import { ReferralPanel } from './referral-panel.tsx';
import { ReportSection } from './report-section.tsx';
import { RetentionReviewPanel } from './retention-review-panel.tsx';
import { LazyComponent } from '../ui/lazy-component.tsx';
import { createLazyModule, loadModule } from '../ui/lazy-module.ts';
import { SanitisedTextPanel } from './sanitised-text-panel.tsx';
import { StatusPanel } from './status-panel.tsx';
import { SubjectsPanel } from './subjects-panel.tsx';
import { MessagesPanel } from './messages-panel.tsx';
import { TriagePanel } from './triage-panel.tsx';
import { NextStepLine } from './next-step-line.tsx';
import { TakePart } from './take-part.tsx';
import { TitlePanel } from './title-panel.tsx';

const lazySafetyPanel = createLazyModule(
  async () => (await loadModule('case/safety-panel.tsx', () => import('./safety-panel.tsx'))).default,
);
const lazyRecordingPanel = createLazyModule(
  async () => (await loadModule('case/recording-panel.tsx', () => import('./recording-panel.tsx'))).default,
);
const lazyChronologyPanel = createLazyModule(
  async () => (await loadModule('case/chronology-panel.tsx', () => import('./chronology-panel.tsx'))).default,
);
const lazyExhibitsPanel = createLazyModule(
  async () => (await loadModule('case/exhibits-panel.tsx', () => import('./exhibits-panel.tsx'))).default,
);
const lazyUrgencyPanel = createLazyModule(
  async () => (await loadModule('case/urgency-panel.tsx', () => import('./urgency-panel.tsx'))).default,
);

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gap: tokens.spacingHorizontalXL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignItems: 'start',
    '@media (min-width: 1024px)': {
      gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
      gridTemplateRows: 'auto 1fr',
    },
  },
  column: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
  work: { '@media (min-width: 1024px)': { gridRow: 'span 2' } },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  section: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    '& > button': { justifySelf: 'start' },
  },
});

/** If a colleague erases the case, its fields go but the words typed in them stay. */
function useUnsavedTextOnErasure(isErased: boolean): {
  readonly words: readonly UnsavedText[];
  readonly drop: () => void;
} {
  const fields = useContext(UnsavedFieldsContext);
  const [wasErased, setWasErased] = useState(isErased);
  const [words, setWords] = useState<readonly UnsavedText[]>([]);
  if (isErased && !wasErased) {
    setWasErased(true);
    // During this render the fields still have their words.
    setWords([...(fields?.values() ?? [])]);
  }
  return { words, drop: () => setWords([]) };
}

export function CaseSections() {
  const { translate, me } = useTab();
  const styles = useStyles();
  const { view, decryptedCase } = useCaseContext();
  // Stays once it was shown: words typed in it outlast the lock.
  const [showsSafety, setShowsSafety] = useState(false);
  if (!showsSafety && (decryptedCase ?? view.record.safety) !== undefined) setShowsSafety(true);
  const next = initialPanel(view.record, me.today);
  const left = useUnsavedTextOnErasure(view.record.erasedOn !== undefined);

  return (
    <>
      <IntegrityNotice />
      <NextStepLine />
      <CaseHeader />
      {left.words.length > 0 && <UnsavedSection left={left.words} onDrop={left.drop} />}
      {view.record.erasedOn === undefined && showsSafety && (
        <div data-step="safety">
          <LazyComponent module={lazySafetyPanel} props={{}} loadingLabel={translate('shell.loading')} />
        </div>
      )}
      {view.record.erasedOn === undefined ? (
        <div className={styles.columns}>
          <div className={styles.column}>
            <ReportSection />
            <TakePart />
            <div data-step="answer">
              <MessagesPanel />
            </div>
            <div data-step="sign">
              <SanitisedTextPanel />
            </div>
            <LazyComponent module={lazyChronologyPanel} props={{}} loadingLabel={translate('shell.loading')} />
            <LazyComponent module={lazyExhibitsPanel} props={{}} loadingLabel={translate('shell.loading')} />
          </div>
          <section className={mergeClasses(styles.column, styles.work)} aria-labelledby="case-work">
            <h2 id="case-work" className={styles.heading}>
              {translate('case.workHeading')}
            </h2>
            <TitlePanel />
            <div data-step="triage">
              <TriagePanel isOpenFirst={next === 'triage'} />
            </div>
            <div data-step="withdrawCard">
              <div data-step="part">
                <SubjectsPanel />
              </div>
            </div>
            <StatusPanel isOpenFirst={next === 'state'} />
            <div data-step="agreeLowering">
              <LazyComponent module={lazyUrgencyPanel} props={{}} loadingLabel={translate('shell.loading')} />
            </div>
            <AssignPanel />
            <DecisionLogPanel />
            <AddFilesPanel />
            <LazyComponent module={lazyRecordingPanel} props={{}} loadingLabel={translate('shell.loading')} />
            <div data-step="referral">
              <div data-step="refer">
                <ReferralPanel />
              </div>
            </div>
            <LinkPanel />
            <div data-step="agreeClosing">
              <ClosePanel />
            </div>
            <div data-step="detriment">
              <DetrimentPanel isOpenFirst={next === 'detriment'} />
            </div>
            <h2 className={styles.heading}>{translate('case.keepingHeading')}</h2>
            <ExclusionPanel />
            <IdentityRequestPanel />
            <ExportPanel />
            <RetentionReviewPanel />
            <div data-step="erasure">
              <ErasurePanel isOpenFirst={next === 'erasure'} />
            </div>
          </section>
          <HistoryPanel />
        </div>
      ) : (
        <HistoryPanel />
      )}
    </>
  );
}

function UnsavedSection(props: { readonly left: readonly UnsavedText[]; readonly onDrop: () => void }) {
  const { translate } = useTab();
  const styles = useStyles();
  const id = useId();
  useUnsavedGuard(true);
  return (
    <section className={styles.section} aria-labelledby={id}>
      <Notice tone="careful" role="alert">
        <h2 id={id}>{translate('retention.unsentHeading')}</h2>
        <p>{translate('retention.unsentText')}</p>
      </Notice>
      {props.left.map(({ panel, field, text }, place) => (
        <CopyableText
          key={place}
          label={panel === undefined ? field : translate('retention.unsentField', { panel, field })}
          text={text}
          isProse
        />
      ))}
      <Button onClick={props.onDrop}>{translate('retention.unsentDrop')}</Button>
    </section>
  );
}
