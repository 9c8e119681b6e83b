import { Button, makeStyles, Spinner, Tab as TabButton, TabList, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { ContentWords } from '../../concerns/records/content-record.ts';
import type { Language } from '../../concerns/terms/language.ts';
import type { ContentLinks } from '../../contract/content.ts';
import { ChoiceField } from '../parts/fields.tsx';
import { useTab } from '../parts/tab-context.ts';
import { pageFromServer } from '../report/page-from-server.ts';
import { PageView } from '../report/page-view.tsx';
import { useCardStyles } from '../report/use-card-styles.ts';
import { PaperButtons } from './paper-buttons.tsx';

const useStyles = makeStyles({
  choices: { display: 'flex', flexWrap: 'wrap', alignItems: 'start', columnGap: tokens.spacingHorizontalXXL },
  ground: { padding: tokens.spacingHorizontalM, backgroundColor: tokens.colorNeutralBackground2 },
  card: { backgroundColor: tokens.colorNeutralBackground1 },
  frame: {
    width: '100%',
    height: '40rem',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: '#fff',
  },
});

const themeNames = ['light', 'dark', 'contrast'] as const;
type ThemeName = (typeof themeNames)[number];
const themeWords = { light: 'writing.light', dark: 'writing.dark', contrast: 'writing.contrast' } as const;

const views = ['card', 'page', 'paper'] as const;
const viewWords = { card: 'writing.asCard', page: 'writing.asPage', paper: 'writing.asPaper' } as const;

interface Props {
  readonly topic: string;
  readonly words: ContentWords;
  /** Missing if the words cannot be drawn. */
  readonly drawn: ContentLinks | undefined;
  /** A readable topic without a drawing waits for one. */
  readonly isReadable: boolean;
}

export function TopicPreview({ topic, words, drawn, isReadable }: Props) {
  const styles = useStyles();
  const { say, inLook, language: own } = useTab();
  const [view, setView] = useState<(typeof views)[number]>('card');
  const [language, setLanguage] = useState<Language>(own);
  const [theme, setTheme] = useState<ThemeName>('light');
  const frame = useRef<HTMLIFrameElement>(null);

  return (
    <>
      <TabList
        selectedValue={view}
        onTabSelect={(_, { value }) => setView(views.find((name) => name === value) ?? 'card')}
      >
        {views.map((name) => (
          <TabButton key={name} value={name}>
            {say(viewWords[name])}
          </TabButton>
        ))}
      </TabList>
      <div className={styles.choices}>
        <ChoiceField
          id="preview-language"
          label={say('writing.language')}
          value={language}
          options={[
            { value: 'en', text: say('writing.inEnglish') },
            { value: 'cy', text: say('writing.inWelshFirst') },
          ]}
          onValue={(value) => setLanguage(value === 'cy' ? 'cy' : 'en')}
        />
        {view === 'card' && (
          <ChoiceField
            id="preview-theme"
            label={say('writing.theme')}
            value={theme}
            options={themeNames.map((value) => ({ value, text: say(themeWords[value]) }))}
            onValue={(value) => setTheme(themeNames.find((name) => name === value) ?? 'light')}
          />
        )}
      </div>
      {drawn === undefined && !isReadable && <p>{say('writing.notYet')}</p>}
      {drawn === undefined && isReadable && <Spinner label={say('writing.loading')} />}
      {drawn?.shown &&
        view === 'card' &&
        inLook(
          theme,
          <div className={styles.ground}>
            <CardPreview page={drawn.shown[language]} />
          </div>,
        )}
      {drawn?.pages && view === 'page' && (
        <>
          {/* No script runs in it, nothing is sent from it, and no link leads out of it. */}
          <iframe
            ref={frame}
            className={styles.frame}
            title={say('writing.asPage')}
            lang={language}
            sandbox="allow-same-origin allow-modals"
            srcDoc={drawn.pages[language]}
          />
          <div>
            <Button onClick={() => frame.current?.contentWindow?.print()}>{say('writing.print')}</Button>
          </div>
        </>
      )}
      {drawn?.pages && view === 'paper' && <PaperButtons topic={topic} words={words} language={language} />}
    </>
  );
}

function CardPreview({ page }: { readonly page: object }) {
  const styles = useStyles();
  const looks = useCardStyles();
  const read = pageFromServer.safeParse(page).data;
  return (
    <div className={styles.card} data-preview="card">
      {read && <PageView page={read} className={looks.card} onPress={() => undefined} />}
    </div>
  );
}
