import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { CampaignItem } from '../../core/model/campaign-item.ts';
import { languages } from '../../core/model/language.ts';
import type { FeedbackFiguresAnswer } from '../../contract/campaigns.ts';
import { compareFigures, figuresPlaceholder, isMissingFigures } from '../../guidance/campaign-item-figures.ts';
import { formatDay } from '../../words/date-format.ts';
import { createLatestResponseFilter } from '../ui/latest-response-filter.ts';
import { Notice } from '../ui/notice.tsx';
import { type Result, useTab } from '../ui/tab-context.ts';
import { SummaryRefusalNotice } from '../summaries/summary-notices.tsx';
import { itemLanguageWords } from './campaign-words.ts';
import { type BilingualText, type ItemDraft, toCampaignItem } from './item-draft.ts';
import { figuresText, insertFigures, type PublishedQuarterFigures } from './insert-figures.ts';

const useStyles = makeStyles({
  told: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)', '& p': { margin: 0 } },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300 },
  sides: {
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(18rem, 100%), 1fr))',
    alignItems: 'start',
  },
  label: { fontWeight: tokens.fontWeightSemibold },
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  lines: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});

interface Props {
  readonly item: CampaignItem;
  readonly figures: FeedbackFiguresAnswer;
  /** False if fields above show the words. */
  readonly showsText: boolean;
}

function FiguresView({ item, figures, showsText }: Props) {
  const styles = useStyles();
  const { translate } = useTab();
  return (
    <section className={styles.told} aria-label={translate('campaignItem.figuresHeading')}>
      <h4 className={styles.heading}>{translate('campaignItem.figuresHeading')}</h4>
      {figures.kind === 'told' ? (
        <QuarterFigures item={item} figures={figures} showsText={showsText} />
      ) : (
        <FiguresUnavailable item={item} told={figures} />
      )}
    </section>
  );
}

function QuarterFigures({ item, figures, showsText }: Props & { readonly figures: PublishedQuarterFigures }) {
  const styles = useStyles();
  const { translate, language } = useTab();
  const { unknownNumbers, isAlike } = compareFigures(item, figuresText(figures));
  const quarter = figures.quarter.title[language];
  const isClean = isAlike && languages.every((each) => unknownNumbers[each].length === 0);
  return (
    <>
      <p>{translate('campaignItem.figuresOf', { quarter, day: formatDay(language, figures.asAt) })}</p>
      {figures.skipped && (
        <p>{translate('campaignItem.figuresSkipped', { quarter: figures.skipped.title[language] })}</p>
      )}
      {figures.notes.map((note) => (
        <p key={note.en}>{note[language]}</p>
      ))}
      <p>{translate('campaignItem.figuresHidden')}</p>
      <div className={styles.sides}>
        {languages.map((each) => (
          <div key={each} className={styles.told}>
            {showsText && (
              <>
                <p
                  className={styles.label}
                >{`${translate('campaignItem.body')} (${translate(itemLanguageWords[each])})`}</p>
                <p lang={each} className={styles.words}>
                  {item.body[each]}
                </p>
              </>
            )}
            <p
              className={styles.label}
            >{`${translate('campaignItem.figures')} (${translate(itemLanguageWords[each])})`}</p>
            <ul lang={each} className={styles.lines}>
              {figures.lines.map(({ id, words }) => (
                <li key={id}>{words[each]}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      {languages.map(
        (each) =>
          unknownNumbers[each].length > 0 && (
            <Notice key={each} tone="careful">
              {translate('campaignItem.figuresStrange', {
                language: translate(itemLanguageWords[each]),
                numbers: unknownNumbers[each].join(', '),
              })}
            </Notice>
          ),
      )}
      {!isAlike && <Notice tone="careful">{translate('campaignItem.figuresUnlike')}</Notice>}
      {isClean && <p>{translate('campaignItem.figuresClean')}</p>}
    </>
  );
}

function FiguresUnavailable({
  item,
  told: answer,
}: {
  readonly item: CampaignItem;
  readonly told: Exclude<FeedbackFiguresAnswer, PublishedQuarterFigures>;
}) {
  const { translate, language } = useTab();
  const quarter = 'quarter' in answer ? answer.quarter.title[language] : '';
  const why = {
    notSafe: 'campaignItem.figuresNotSafe',
    allSmall: 'campaignItem.figuresAllSmall',
    beforeUse: 'campaignItem.figuresBeforeUse',
    tooOld: 'campaignItem.figuresTooOld',
    notNow: 'summaries.notNow',
    damaged: 'campaignItem.figuresDamaged',
  } as const;
  return (
    <Notice tone="careful">
      <p>{translate(why[answer.kind], { quarter })}</p>
      {!languages.some((each) => isMissingFigures(item.body[each])) && (
        <p>{translate('campaignItem.figuresNotCompared')}</p>
      )}
    </Notice>
  );
}

export function InsertFiguresPanel({
  draft,
  onDraft,
}: {
  readonly draft: ItemDraft;
  readonly onDraft: (draft: ItemDraft) => void;
}) {
  const { call, translate, announce, language } = useTab();
  const [answer, setAnswer] = useState<Result<FeedbackFiguresAnswer>>();
  const [insertedText, setPut] = useState<BilingualText>();
  const [hasNoPlace, setNoPlace] = useState(false);
  const [isBusy, setBusy] = useState(false);
  // Words typed while the figures load stay.
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });

  async function fetchFigures(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    const fetched = await call('campaigns.figures', {});
    setBusy(false);
    setAnswer(fetched);
    const figures = fetched.ok && fetched.value.kind === 'told' ? fetched.value : undefined;
    const done = figures && insertFigures(latest.current, figures, insertedText);
    setNoPlace(figures !== undefined && done === undefined);
    if (!figures || !done) return;
    setPut(done.text);
    onDraft(done.draft);
    announce(translate('campaignItem.figuresPlaced', { quarter: figures.quarter.title[language] }));
  }

  const isPlaced = insertedText !== undefined && answer?.ok === true && answer.value.kind === 'told' && !hasNoPlace;
  return (
    <>
      <div>
        <Button disabledFocusable={isBusy} onClick={() => void fetchFigures()}>
          {translate('campaignItem.figuresPut')}
        </Button>
      </div>
      {answer && !answer.ok && <SummaryRefusalNotice refusal={answer.refusal} again={() => void fetchFigures()} />}
      {hasNoPlace && (
        <Notice tone="careful" role="alert">
          {translate('campaignItem.figuresNoPlace', { place: figuresPlaceholder })}
        </Notice>
      )}
      {isPlaced && (
        <Notice tone="good" role="note">
          {translate('campaignItem.figuresReword')}
        </Notice>
      )}
      {answer?.ok && <FiguresView item={toCampaignItem(draft)} figures={answer.value} showsText={false} />}
    </>
  );
}

export function FiguresPanel({ item }: { readonly item: CampaignItem }) {
  const { call, translate } = useTab();
  const { quarter } = item;
  const [answer, setAnswer] = useState<Result<FeedbackFiguresAnswer>>();
  const [tries, setTries] = useState(0);
  const [newest] = useState(createLatestResponseFilter);
  useEffect(() => {
    void newest(call('campaigns.figures', quarter === undefined ? {} : { quarter }), setAnswer);
  }, [call, quarter, newest, tries]);
  if (answer === undefined) return <p>{translate('campaignItem.figuresLoading')}</p>;
  return answer.ok ? (
    <FiguresView item={item} figures={answer.value} showsText />
  ) : (
    <SummaryRefusalNotice refusal={answer.refusal} again={() => setTries((before) => before + 1)} />
  );
}
