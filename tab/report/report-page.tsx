import { Button, makeStyles, mergeClasses, Spinner, tokens, typographyStyles } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTab } from '../parts/tab-context.ts';
import { useUnsent } from '../parts/use-unsent.ts';
import { type ButtonData, dataOfMove, flowOf, isGuidance, isUnderWay } from './card-actions.ts';
import { CardView } from './card-view.tsx';
import { CodeTools } from './code-tools.tsx';
import type { DrawnCard } from './drawn-card.ts';
import { ReportFiles } from './report-files.tsx';
import { ReportStart } from './report-start.tsx';
import { SealedFor } from './sealed-for.tsx';
import { StepNotice } from './step-notice.tsx';
import { useCardLanguage } from './use-card-language.ts';
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
  const { say, language, speak, place, open, announce } = useTab();
  const flow = place.page === 'report' ? place.flow : 'report';
  const heading = useRef<HTMLHeadingElement>(null);
  const drawn = useRef<DrawnCard>(undefined);
  const [holdsWords, setHoldsWords] = useState(false);
  const [code, setCode] = useState<DrawnCard['code']>();
  const [beforeButtons, setBeforeButtons] = useState<HTMLElement>();

  const end = useCallback(() => {
    setHoldsWords(false);
    // Whoever only read has finished nothing.
    if (flow !== 'guidance') announce(say('report.over'));
    if (flow === 'report') heading.current?.focus();
    else open({ page: 'report', flow: 'report' });
  }, [announce, say, flow, open]);
  const conversation = useConversation(end);
  const { card, press, isBusy, hasAnswers, recipients, files, holdsFiles } = conversation;

  const changed = useCallback((now: DrawnCard) => {
    drawn.current = now;
    setHoldsWords(now.holdsWords());
    setCode(now.code);
    setBeforeButtons(now.beforeButtons);
  }, []);

  // A card that offers to finish has nothing unsent behind it but what stands in its own input.
  const isAsking = card !== undefined && hasAnswers && dataOfMove(card, 'done') === undefined;
  useUnsent(holdsWords || isAsking || holdsFiles);

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
    if (flow === 'report') return card === undefined ? heading.current?.focus() : end();
    setHoldsWords(false);
    conversation.open(flow);
  });

  const pressed = (data: ButtonData): void => {
    const begun = flow === 'guidance' ? flowOf(data) : undefined;
    if (begun) open({ page: 'report', flow: begun, begins: true });
    else press(data);
  };

  const inputs = useCallback(() => drawn.current?.inputs() ?? {}, []);
  useCardLanguage(card, { language, speak }, press, inputs);

  return (
    <div className={styles.page}>
      <h1 ref={heading} tabIndex={-1} className={styles.heading}>
        {say(headings[flow])}
      </h1>
      {card === undefined && <ReportStart flow={flow} isBusy={isBusy} begin={conversation.open} />}
      {card && <CardView card={card} isBusy={isBusy} onPress={pressed} onChange={changed} />}
      {card && code && createPortal(<CodeTools key={code.text} code={code.text} />, code.below)}
      {card &&
        files &&
        beforeButtons &&
        !isGuidance(card) &&
        createPortal(<ReportFiles held={files.held} isBusy={isBusy} takes={files.takes} />, beforeButtons)}
      {conversation.refusal && <StepNotice code={conversation.refusal} />}
      {card && isGuidance(card) && (
        <Button className={mergeClasses('screen-only', styles.beside)} onClick={() => window.print()}>
          {say('report.print')}
        </Button>
      )}
      {card && isUnderWay(card) && (
        <Button
          className={styles.beside}
          disabledFocusable={isBusy}
          onClick={() => open({ page: 'report', flow: 'report' })}
        >
          {say('report.stop')}
        </Button>
      )}
      {card && isUnderWay(card) && recipients && <SealedFor recipients={recipients} />}
      {isBusy && <Spinner size="tiny" labelPosition="after" label={say('report.busy')} />}
    </div>
  );
}
