import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { CampaignItem } from '../../core/model/campaign-item.ts';
import { type Language, languages } from '../../core/model/language.ts';
import { LabelledSelect } from '../ui/labelled-select.tsx';
import { createLatestResponseFilter } from '../ui/latest-response-filter.ts';
import { Notice } from '../ui/notice.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { type Result, useTab } from '../ui/tab-context.ts';
import { serverPageSchema } from '../report/server-page.ts';
import { PageView } from '../report/page-view.tsx';
import { useCardStyles } from '../report/use-card-styles.ts';
import { itemLanguageWords, testSendWords } from './campaign-words.ts';

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

const themes = [
  { name: 'campaignItem.light', look: 'light' },
  { name: 'campaignItem.dark', look: 'dark' },
  { name: 'campaignItem.contrast', look: 'contrast' },
] as const;

export function ItemPreview({ item }: { readonly item: CampaignItem }) {
  const styles = useStyles();
  const cardStyles = useCardStyles();
  const tab = useTab();
  const { translate, call, announce, renderInTheme } = tab;
  const [language, setLanguage] = useState<Language>(tab.language);
  const [answer, setAnswer] = useState<Result<{ readonly page: object }>>();
  const [statusText, setStatusText] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [newest] = useState(createLatestResponseFilter);

  useEffect(() => {
    void newest(call('campaigns.preview', { item, language }), setAnswer);
  }, [call, item, language, newest]);

  const showStatus = (words: string): void => {
    setStatusText(words);
    announce(words);
  };
  async function sendToMe(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    const sent = await call('campaigns.sendToMe', { item, language });
    setBusy(false);
    if (sent.ok) showStatus(translate(testSendWords[sent.value.kind]));
    else setAnswer(sent);
  }

  const page = answer?.ok ? serverPageSchema.safeParse(answer.value.page).data : undefined;
  return (
    <>
      <div className={styles.beside}>
        <LabelledSelect
          label={translate('campaignItem.previewIn')}
          options={languages.map((value) => ({ value, words: translate(itemLanguageWords[value]) }))}
          value={language}
          onChoose={(value) => value && setLanguage(value)}
        />
        <Button size="small" disabledFocusable={isBusy} onClick={() => void sendToMe()}>
          {translate('campaignItem.sendToMe')}
        </Button>
      </div>
      {statusText !== undefined && <Notice tone="calm">{statusText}</Notice>}
      {answer && !answer.ok && <RefusalNotice refusal={answer.refusal} />}
      {page && (
        <div className={styles.cards}>
          {themes.map(({ name, look }) => (
            <figure key={name} className={styles.figure}>
              <figcaption>{translate(name)}</figcaption>
              {renderInTheme(
                look,
                <div className={styles.look}>
                  {/* The scene takes answers; the button opens nothing here. */}
                  <PageView
                    page={page}
                    className={cardStyles.card}
                    onPress={() => showStatus(translate('campaignItem.pressed'))}
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
