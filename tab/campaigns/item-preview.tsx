import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { CampaignItem } from '../../concerns/records/campaign-item.ts';
import { type Language, languages } from '../../concerns/terms/language.ts';
import { Choice } from '../cases/choice.tsx';
import { createNewestAnswer } from '../parts/newest-answer.ts';
import { Notice } from '../parts/notice.tsx';
import { RefusalNotice } from '../parts/refusal-notice.tsx';
import { type Result, useTab } from '../parts/tab-context.ts';
import { drawCard } from '../report/drawn-card.ts';
import { useCardStyles } from '../report/use-card-styles.ts';
import { testWords } from './campaign-words.ts';

const useStyles = makeStyles({
  beside: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end' },
  cards: {
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(18rem, 100%), 1fr))',
    alignItems: 'start',
  },
  figure: { margin: 0, minWidth: 0 },
  look: { padding: tokens.spacingHorizontalS, borderRadius: tokens.borderRadiusMedium },
});

const looks = [
  { name: 'campaignItem.light', look: 'light' },
  { name: 'campaignItem.dark', look: 'dark' },
  { name: 'campaignItem.contrast', look: 'contrast' },
] as const;
const languageWords = { en: 'campaignItem.english', cy: 'campaignItem.welsh' } as const;

/** A card as the page draws it in one theme. Its scene can be answered; its button opens nothing here. */
function CardInLook({
  card,
  language,
  onPress,
}: {
  readonly card: object;
  readonly language: Language;
  readonly onPress: () => void;
}) {
  const styles = useCardStyles();
  const place = useRef<HTMLDivElement>(null);
  const press = useRef(onPress);
  useEffect(() => {
    press.current = onPress;
  });
  useEffect(() => {
    const drawn = drawCard(card, () => press.current());
    place.current?.replaceChildren(...(drawn ? [drawn.element] : []));
  }, [card]);
  return <div ref={place} className={styles.card} lang={language} />;
}

/** How an item looks, in three themes and either language; and a test of it to whoever looks, and to nobody else. */
export function ItemPreview({ item }: { readonly item: CampaignItem }) {
  const styles = useStyles();
  const tab = useTab();
  const { say, call, announce, inLook } = tab;
  const [language, setLanguage] = useState<Language>(tab.language);
  const [answer, setAnswer] = useState<Result<{ readonly card: object }>>();
  const [said, setSaid] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [newest] = useState(createNewestAnswer);

  useEffect(() => {
    void newest(call('campaigns.preview', { item, language }), setAnswer);
  }, [call, item, language, newest]);

  const tell = (words: string): void => {
    setSaid(words);
    announce(words);
  };
  async function sendToMe(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    const sent = await call('campaigns.sendToMe', { item, language });
    setBusy(false);
    if (sent.ok) tell(say(testWords[sent.value.kind]));
    else setAnswer(sent);
  }

  return (
    <>
      <div className={styles.beside}>
        <Choice
          label={say('campaignItem.previewIn')}
          options={languages.map((value) => ({ value, words: say(languageWords[value]) }))}
          value={language}
          onChoose={(value) => value && setLanguage(value)}
        />
        <Button size="small" disabledFocusable={isBusy} onClick={() => void sendToMe()}>
          {say('campaignItem.sendToMe')}
        </Button>
      </div>
      {said !== undefined && <Notice tone="calm">{said}</Notice>}
      {answer && !answer.ok && <RefusalNotice refusal={answer.refusal} />}
      {answer?.ok && (
        <div className={styles.cards}>
          {looks.map(({ name, look }) => (
            <figure key={name} className={styles.figure}>
              <figcaption>{say(name)}</figcaption>
              {inLook(
                look,
                <div className={styles.look}>
                  <CardInLook
                    card={answer.value.card}
                    language={language}
                    onPress={() => tell(say('campaignItem.pressed'))}
                  />
                </div>,
              )}
            </figure>
          ))}
        </div>
      )}
    </>
  );
}
