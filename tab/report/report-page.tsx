import { Body1, Button, makeStyles, Spinner, tokens, typographyStyles } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import { languages } from '../../concerns/terms/language.ts';
import { useTab } from '../parts/tab-context.ts';
import { useUnsent } from '../parts/use-unsent.ts';
import { dataOfMove, languageOfCard } from './card-actions.ts';
import { CardView } from './card-view.tsx';
import type { DrawnCard } from './drawn-card.ts';
import { StepNotice } from './step-notice.tsx';
import { useConversation } from './use-conversation.ts';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '42rem' },
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  heading: { ...typographyStyles.title2, margin: 0, ':focus': { outlineStyle: 'none' } },
});

/**
 * Reporting and coming back with a code, on the same cards as in Teams. Everybody has this page, and nothing of what is
 * typed here is kept by it.
 */
export default function ReportPage() {
  const styles = useStyles();
  const { say, language, speak, place, open, announce } = useTab();
  const flow = place.page === 'report' ? place.flow : 'report';
  const heading = useRef<HTMLHeadingElement>(null);
  const drawn = useRef<DrawnCard>(undefined);
  const [holdsWords, setHoldsWords] = useState(false);

  const end = useCallback(() => {
    setHoldsWords(false);
    announce(say('report.over'));
    if (flow === 'comeBack') open({ page: 'report', flow: 'report' });
    else heading.current?.focus();
  }, [announce, say, flow, open]);
  const conversation = useConversation(end);
  const { card, press, isBusy, hasAnswers } = conversation;

  const changed = useCallback((now: DrawnCard) => {
    drawn.current = now;
    setHoldsWords(now.holdsWords());
  }, []);

  // A card that offers to finish has nothing unsent behind it but what stands in its own input.
  const isAsking = card !== undefined && hasAnswers && dataOfMove(card, 'done') === undefined;
  useUnsent(holdsWords || isAsking);

  // Whoever chose to come back has chosen already.
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current && flow === 'comeBack') conversation.open('comeBack');
    isFirst.current = false;
  });

  // The card follows the page into the other language, with everything that was typed.
  const spoken = useRef(language);
  useEffect(() => {
    if (spoken.current === language) return;
    spoken.current = language;
    const data = card && languageOfCard(card) !== language ? dataOfMove(card, 'language') : undefined;
    if (data) press({ ...data, ...drawn.current?.inputs() });
  }, [language, card, press]);

  // And the page follows the card, whose own button turns it as well.
  useEffect(() => {
    const spokenByCard = card && languages.find((one) => one === languageOfCard(card));
    if (spokenByCard === undefined || spokenByCard === spoken.current) return;
    spoken.current = spokenByCard;
    speak(spokenByCard);
  }, [card, speak]);

  return (
    <div className={styles.page}>
      <h1 ref={heading} tabIndex={-1} className={styles.heading}>
        {say(flow === 'report' ? 'report.startReport' : 'report.startComeBack')}
      </h1>
      {card === undefined && (
        <>
          <Body1 as="p" block>
            {say('report.intro')}
          </Body1>
          <div className={styles.choices}>
            {flow === 'report' && (
              <Button appearance="primary" disabledFocusable={isBusy} onClick={() => conversation.open('report')}>
                {say('report.startReport')}
              </Button>
            )}
            <Button
              disabledFocusable={isBusy}
              onClick={() =>
                flow === 'report' ? open({ page: 'report', flow: 'comeBack' }) : conversation.open('comeBack')
              }
            >
              {say('report.startComeBack')}
            </Button>
          </div>
        </>
      )}
      {card && <CardView card={card} isBusy={isBusy} onPress={press} onChange={changed} />}
      {conversation.refusal && <StepNotice code={conversation.refusal} />}
      {isBusy && <Spinner size="tiny" labelPosition="after" label={say('report.busy')} />}
    </div>
  );
}
