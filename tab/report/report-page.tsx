import {
  Body1,
  Button,
  Input,
  Label,
  makeStyles,
  mergeClasses,
  Spinner,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { createPendingFiles } from '../files/pending-files.ts';
import { abortableDelay } from '../files/upload-file.ts';
import { LazyComponent } from '../ui/lazy-component.tsx';
import { createLazyModule, loadModule } from '../ui/lazy-module.ts';
import { Notice } from '../ui/notice.tsx';
import { defaultEmergencyNumber } from '../ui/translator.ts';
import { useTab } from '../ui/tab-context.ts';
import { useUnsavedGuard } from '../ui/use-unsaved-guard.tsx';
import { type ButtonData, parseFlow, isGuidancePage, isConversationInProgress, openLink } from './page-actions.ts';
import { createReportSession, type ReportSessionRefusal } from './report-session.ts';
import { PageView } from './page-view.tsx';
import { useCardStyles } from './use-card-styles.ts';
import { type ReportSessionControls, useReportSession } from './use-report-session.ts';
import { useReturnCodeActions } from './use-return-code-actions.ts';
import { keyFingerprint, keyGroups, type Recipients } from '../../core/model/public-keys.ts';
import { recipientsText } from '../../cards/recipients-text.ts';
import { keyGroupText } from '../ui/labels.ts';
import { Fingerprint } from '../crypto/fingerprint.tsx';

const useReportPageStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '42rem' },
  beside: { alignSelf: 'flex-start' },
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  heading: { ...typographyStyles.title2, margin: 0, ':focus': { outlineStyle: 'none' } },
});

const headings = {
  report: 'report.startReport',
  comeBack: 'report.startComeBack',
  guidance: 'report.startGuidance',
} as const;

const randomBytes = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

const loadComeBack = async () =>
  (await loadModule('../dialogs/come-back-conversation.ts', () => import('../../dialogs/come-back-conversation.ts')))
    .createComeBackConversation;

const loadCodeWords = async () =>
  (
    await loadModule(
      '../crypto/word-lists/return-code-words.ts',
      () => import('../../crypto/word-lists/return-code-words.ts'),
    )
  ).returnCodeWords;

function useTabReportSession(onDone: () => void): ReportSessionControls {
  const { call, me, language, setLanguage, announce, translate, closesOnFilePick } = useTab();
  const [held] = useState(() => createPendingFiles({ random: randomBytes, wait: abortableDelay }));
  const [session] = useState(() =>
    createReportSession({
      call,
      me,
      random: randomBytes,
      pendingFiles: held,
      closesOnFilePick,
      loadComeBack,
      loadCodeWords,
      monotonic: () => performance.now(),
    }),
  );
  const onBusy = useCallback(
    (isBusy: boolean) => announce(isBusy ? translate('report.busy') : ''),
    [announce, translate],
  );
  return useReportSession(session, language, { held, speak: setLanguage, onBusy, onDone });
}

const filesPanel = createLazyModule(
  async () => (await loadModule('report/files-panel.tsx', () => import('./files-panel.tsx'))).default,
);

interface StartProps {
  readonly flow: 'report' | 'comeBack' | 'guidance';
  readonly isBusy: boolean;
  readonly begin: ReportSessionControls['open'];
}

function ReportStart({ flow, isBusy, begin }: StartProps) {
  const styles = useReportPageStyles();
  const { translate, navigate, me } = useTab();
  const { emergency = defaultEmergencyNumber } = me;
  return (
    <>
      <Notice tone="careful">
        <p>
          <strong>{translate('shell.emergency')}</strong>
        </p>
        <Button onClick={() => openLink(`tel:${emergency.replaceAll(/[^\d+]/gu, '')}`)}>
          {translate('report.call')}
        </Button>
      </Notice>
      <Body1 as="p" block>
        {translate('report.intro')}
      </Body1>
      <div className={styles.choices}>
        {flow === 'report' && (
          <Button appearance="primary" disabledFocusable={isBusy} onClick={() => begin('report')}>
            {translate('report.startReport')}
          </Button>
        )}
        {flow !== 'guidance' && (
          <Button
            disabledFocusable={isBusy}
            onClick={() => (flow === 'report' ? navigate({ page: 'report', flow: 'comeBack' }) : begin('comeBack'))}
          >
            {translate('report.startComeBack')}
          </Button>
        )}
        <Button
          disabledFocusable={isBusy}
          onClick={() => (flow === 'guidance' ? begin('guidance') : navigate({ page: 'report', flow: 'guidance' }))}
        >
          {translate('report.startGuidance')}
        </Button>
      </div>
    </>
  );
}

const sessionRefusalWordKey = (code: ReportSessionRefusal) => {
  if (code === 'list') return 'report.listRefused';
  if (code === 'tooOften') return 'report.tooOften';
  return code === 'notSignedIn' ? 'report.notSignedIn' : 'report.noAnswer';
};

function SessionRefusalNotice({ code }: { readonly code: ReportSessionRefusal }) {
  const { translate } = useTab();
  return (
    <Notice tone="careful" role="alert">
      <p>{translate(sessionRefusalWordKey(code))}</p>
    </Notice>
  );
}

/** The page stores nothing that is typed. */
export default function ReportPage() {
  const styles = useReportPageStyles();
  const looks = useCardStyles();
  const { translate, location, navigate, announce, closesOnFilePick } = useTab();
  const flow = location.page === 'report' ? location.flow : 'report';
  const heading = useRef<HTMLHeadingElement>(null);

  const end = useCallback(() => {
    if (flow !== 'guidance') announce(translate('report.over'));
    if (flow === 'report') heading.current?.focus();
    else navigate({ page: 'report', flow: 'report' });
  }, [announce, translate, flow, navigate]);
  const controls = useTabReportSession(end);
  const { shown, press, isBusy, recipients, files } = controls;
  const page = shown?.page;
  useUnsavedGuard(controls.isUnsaved);

  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current && (flow !== 'report' || (location.page === 'report' && location.begins))) controls.open(flow);
    isFirst.current = false;
  });

  const lastLocation = useRef(location);
  const { stop } = controls;
  useEffect(() => {
    if (lastLocation.current === location) return;
    lastLocation.current = location;
    stop();
    if (flow === 'report') return page === undefined ? heading.current?.focus() : end();
    controls.open(flow);
  });

  const onPress = (data: ButtonData): void => {
    const chosenFlow = flow === 'guidance' ? parseFlow(data) : undefined;
    if (chosenFlow) navigate({ page: 'report', flow: chosenFlow, begins: true });
    else press(data);
  };

  return (
    <div className={styles.page}>
      <h1 ref={heading} tabIndex={-1} className={styles.heading}>
        {translate(headings[flow])}
      </h1>
      {page === undefined && <ReportStart flow={flow} isBusy={isBusy} begin={controls.open} />}
      {shown && (
        <PageView
          key={shown.number}
          page={shown.page}
          className={looks.card}
          onPress={onPress}
          step={{
            isBusy,
            onInputs: controls.onInputs,
            remainingLength: {
              route: 'staff',
              words: ({ kind, by }) => translate(kind === 'left' ? 'report.roomLeft' : 'report.roomOver', { by }),
              announce,
            },
            renderCodeActions: (code) => <ReturnCodeActions code={code} />,
            refusal: shown.refusal && <SessionRefusalNotice code={shown.refusal} />,
            leadToFiles: files?.isAwaited && !closesOnFilePick ? translate('report.fileHere') : undefined,
            beforeButtons: files && !isGuidancePage(shown.page) && (
              <LazyComponent
                module={filesPanel}
                props={{ held: files.held, isBusy, takes: files.takes }}
                loadingLabel={translate('shell.loading')}
              />
            ),
          }}
        />
      )}
      {controls.refusal && <SessionRefusalNotice code={controls.refusal} />}
      {page && isGuidancePage(page) && (
        <Button className={mergeClasses('screen-only', styles.beside)} onClick={() => window.print()}>
          {translate('report.print')}
        </Button>
      )}
      {page && isConversationInProgress(page) && (
        <Button
          className={styles.beside}
          disabledFocusable={isBusy}
          onClick={() => navigate({ page: 'report', flow: 'report' })}
        >
          {translate('report.stop')}
        </Button>
      )}
      {page && isConversationInProgress(page) && recipients && <RecipientList recipients={recipients} />}
      {isBusy && <Spinner size="tiny" labelPosition="after" label={translate('report.busy')} />}
    </div>
  );
}

const useReturnCodeStyles = makeStyles({
  tools: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    marginTop: tokens.spacingVerticalM,
  },
  field: { display: 'grid', gap: tokens.spacingVerticalXXS },
  ways: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

function ReturnCodeActions({ code }: { readonly code: string }) {
  const styles = useReturnCodeStyles();
  const { translate, announce } = useTab();
  const hint = useId();
  const field = useId();
  const { copied, inputRef, copy, print } = useReturnCodeActions(code, (how) =>
    announce(translate(how === 'yes' ? 'report.codeCopied' : 'report.codeByHand')),
  );
  return (
    <div className={styles.tools}>
      <div className={styles.ways}>
        <Button aria-describedby={hint} onClick={() => void copy()}>
          {translate('report.codeCopy')}
        </Button>
        <Button aria-describedby={hint} onClick={print}>
          {translate('report.codePrint')}
        </Button>
      </div>
      <Body1 as="p" block id={hint} style={{ margin: 0 }}>
        {translate('report.codeHint')}
      </Body1>
      {copied && (
        <Body1 as="p" block style={{ margin: 0 }}>
          {translate(copied === 'yes' ? 'report.codeCopied' : 'report.codeByHand')}
        </Body1>
      )}
      {copied === 'byHand' && (
        <div className={styles.field}>
          <Label htmlFor={field}>{translate('report.code')}</Label>
          <Input id={field} ref={inputRef} readOnly value={code} autoComplete="off" spellCheck={false} />
        </div>
      )}
    </div>
  );
}

const useRecipientListStyles = makeStyles({
  keys: { '& summary': { cursor: 'pointer' }, '& summary:focus-visible': { outlineColor: tokens.colorStrokeFocus2 } },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

function RecipientList({ recipients }: { readonly recipients: Recipients }) {
  const styles = useRecipientListStyles();
  const { translate, language } = useTab();
  const { heading, why } = recipientsText(language);
  return (
    <details className={styles.keys}>
      <summary>{heading}</summary>
      <p>{why}</p>
      <ul className={styles.list}>
        {keyGroups.flatMap((group) =>
          recipients[group].map((line) => (
            <li key={line}>
              {keyGroupText(translate, group)}: <Fingerprint of={keyFingerprint(line)} />
            </li>
          )),
        )}
      </ul>
    </details>
  );
}
