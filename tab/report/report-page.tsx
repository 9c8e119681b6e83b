import { Button, makeStyles, mergeClasses, Spinner, tokens, typographyStyles } from '@fluentui/react-components';
import { useCallback, useEffect, useRef } from 'react';
import { useTab } from '../parts/tab-context.ts';
import { useUnsent } from '../parts/use-unsent.ts';
import { CodeTools } from './code-tools.tsx';
import { type ButtonData, flowOf, isGuidance, isUnderWay } from './page-actions.ts';
import { PageView } from './page-view.tsx';
import { ReportFiles } from './report-files.tsx';
import { ReportStart } from './report-start.tsx';
import { SealedFor } from './sealed-for.tsx';
import { StepNotice } from './step-notice.tsx';
import { useCardLanguage } from './use-card-language.ts';
import { useCardStyles } from './use-card-styles.ts';
import { useConversation } from './use-conversation.ts';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '42rem' },
  beside: { alignSelf: 'flex-start' },
  heading: { ...typographyStyles.title2, margin: 0, ':focus': { outlineStyle: 'none' } },
});

const headings = {
  report: 'report.startReport',
  comeBack: 'report.startComeBack',
  guidance: 'report.startGuidance',
} as const;

/**
 * Reporting, coming back with a code and the guidance, on the same cards as in Teams. Everybody has this page, and nothing of what is
 * typed here is kept by it.
 */
export default function ReportPage() {
  const styles = useStyles();
  const looks = useCardStyles();
  const { say, language, speak, place, open, announce } = useTab();
  const flow = place.page === 'report' ? place.flow : 'report';
  const heading = useRef<HTMLHeadingElement>(null);

  const end = useCallback(() => {
    // Whoever only read has finished nothing.
    if (flow !== 'guidance') announce(say('report.over'));
    if (flow === 'report') heading.current?.focus();
    else open({ page: 'report', flow: 'report' });
  }, [announce, say, flow, open]);
  const conversation = useConversation(end);
  const { shown, press, isBusy, recipients, files } = conversation;
  const page = shown?.page;
  useUnsent(conversation.isUnsent);

  // Whoever chose to come back, to read, or to report from what they read has chosen already.
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current && (flow !== 'report' || (place.page === 'report' && place.begins))) conversation.open(flow);
    isFirst.current = false;
  });

  // Whoever comes to the page that they are on, by its name or to stop, begins anew; what would be lost was asked about.
  const came = useRef(place);
  const { stop } = conversation;
  useEffect(() => {
    if (came.current === place) return;
    came.current = place;
    stop();
    // At the start of it there is nothing that could be finished.
    if (flow === 'report') return page === undefined ? heading.current?.focus() : end();
    conversation.open(flow);
  });

  const pressed = (data: ButtonData): void => {
    const begun = flow === 'guidance' ? flowOf(data) : undefined;
    if (begun) open({ page: 'report', flow: begun, begins: true });
    else press(data);
  };

  useCardLanguage(page, { language, speak }, press, conversation.inputs);

  return (
    <div className={styles.page}>
      <h1 ref={heading} tabIndex={-1} className={styles.heading}>
        {say(headings[flow])}
      </h1>
      {page === undefined && <ReportStart flow={flow} isBusy={isBusy} begin={conversation.open} />}
      {shown && (
        <PageView
          key={shown.number}
          page={shown.page}
          className={looks.card}
          onPress={pressed}
          step={{
            isBusy,
            onInputs: conversation.onInputs,
            room: {
              route: 'staff',
              words: ({ kind, by }) => say(kind === 'left' ? 'report.roomLeft' : 'report.roomOver', { by }),
              announce,
            },
            besideCode: (code) => <CodeTools code={code} />,
            beforeButtons: files && !isGuidance(shown.page) && (
              <ReportFiles held={files.held} isBusy={isBusy} takes={files.takes} />
            ),
          }}
        />
      )}
      {conversation.refusal && <StepNotice code={conversation.refusal} />}
      {page && isGuidance(page) && (
        <Button className={mergeClasses('screen-only', styles.beside)} onClick={() => window.print()}>
          {say('report.print')}
        </Button>
      )}
      {page && isUnderWay(page) && (
        <Button
          className={styles.beside}
          disabledFocusable={isBusy}
          onClick={() => open({ page: 'report', flow: 'report' })}
        >
          {say('report.stop')}
        </Button>
      )}
      {page && isUnderWay(page) && recipients && <SealedFor recipients={recipients} />}
      {isBusy && <Spinner size="tiny" labelPosition="after" label={say('report.busy')} />}
    </div>
  );
}
