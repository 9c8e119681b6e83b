import { Button, makeStyles, Spinner, Tab as TabButton, TabList, tokens } from '@fluentui/react-components';
import { base64 } from '@scure/base';
import { useRef, useState } from 'react';
import type { ContentWords } from '../../core/model/content-entry.ts';
import { type PrintFormat, printFormats } from '../../core/model/output-formats.ts';
import type { Language } from '../../core/model/language.ts';
import type { ContentCheckAnswer, ContentPrintAnswer } from '../../contract/content.ts';
import { RadioField } from '../ui/form-fields.tsx';
import { refusalText } from '../ui/refusal-text.ts';
import { downloadFile } from '../ui/download-file.ts';
import { useTab } from '../ui/tab-context.ts';
import { serverPageSchema } from '../report/server-page.ts';
import { PageView } from '../report/page-view.tsx';
import { useCardStyles } from '../report/use-card-styles.ts';

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
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const themeNames = ['light', 'dark', 'contrast'] as const;
type ThemeName = (typeof themeNames)[number];
const themeWords = { light: 'writing.light', dark: 'writing.dark', contrast: 'writing.contrast' } as const;

const views = ['card', 'page', 'paper'] as const;
const viewWords = { card: 'writing.asCard', page: 'writing.asPage', paper: 'writing.asPaper' } as const;

export function TopicPreview({
  topic,
  words,
  drawn: rendered,
  isReadable,
}: {
  readonly topic: string;
  readonly words: ContentWords;
  readonly drawn: ContentCheckAnswer | undefined;
  readonly isReadable: boolean;
}) {
  const styles = useStyles();
  const { translate, renderInTheme, language: own } = useTab();
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
            {translate(viewWords[name])}
          </TabButton>
        ))}
      </TabList>
      <div className={styles.choices}>
        <RadioField
          id="preview-language"
          label={translate('writing.language')}
          value={language}
          options={[
            { value: 'en', text: translate('writing.inEnglish') },
            { value: 'cy', text: translate('writing.inWelshFirst') },
          ]}
          onValue={(value) => setLanguage(value === 'cy' ? 'cy' : 'en')}
        />
        {view === 'card' && (
          <RadioField
            id="preview-theme"
            label={translate('writing.theme')}
            value={theme}
            options={themeNames.map((value) => ({ value, text: translate(themeWords[value]) }))}
            onValue={(value) => setTheme(themeNames.find((name) => name === value) ?? 'light')}
          />
        )}
      </div>
      {rendered === undefined && !isReadable && <p>{translate('writing.notYet')}</p>}
      {rendered === undefined && isReadable && <Spinner label={translate('writing.loading')} />}
      {rendered?.shown &&
        view === 'card' &&
        renderInTheme(
          theme,
          <div className={styles.ground}>
            <CardPreview page={rendered.shown[language]} />
          </div>,
        )}
      {rendered?.pages && view === 'page' && (
        <>
          {/* Runs no script, sends nothing, and no link leads out. */}
          <iframe
            ref={frame}
            className={styles.frame}
            title={translate('writing.asPage')}
            lang={language}
            sandbox="allow-same-origin allow-modals"
            srcDoc={rendered.pages[language]}
          />
          <div>
            <Button onClick={() => frame.current?.contentWindow?.print()}>{translate('writing.print')}</Button>
          </div>
        </>
      )}
      {rendered?.pages && view === 'paper' && <PrintDownloadButtons topic={topic} words={words} language={language} />}
    </>
  );
}

function CardPreview({ page }: { readonly page: object }) {
  const styles = useStyles();
  const looks = useCardStyles();
  const read = serverPageSchema.safeParse(page).data;
  return (
    <div className={styles.card} data-preview="card">
      {read && <PageView page={read} className={looks.card} onPress={() => undefined} />}
    </div>
  );
}

const printFormatWords = { sheet: 'writing.saveSheet', poster: 'writing.savePoster' } as const;
const printRefusalWords = {
  unreadable: 'writing.notYet',
  tooLong: 'writing.paperTooLong',
  noAddress: 'writing.paperNoAddress',
  busy: 'writing.paperBusy',
} as const satisfies Record<Exclude<ContentPrintAnswer['kind'], 'file'>, string>;

function PrintDownloadButtons({
  topic,
  words,
  language,
}: {
  readonly topic: string;
  readonly words: ContentWords;
  readonly language: Language;
}) {
  const styles = useStyles();
  const { translate, call } = useTab();
  const [making, setMaking] = useState(false);
  const [statusText, setStatusText] = useState('');

  async function downloadPrint(form: PrintFormat): Promise<void> {
    if (making) return;
    setMaking(true);
    setStatusText(translate('writing.paperMaking'));
    const answer = await call('content.print', { topic, words, language, form });
    setMaking(false);
    if (!answer.ok) return setStatusText(refusalText(translate, answer.refusal));
    if (answer.value.kind !== 'file') return setStatusText(translate(printRefusalWords[answer.value.kind]));
    const { name } = answer.value;
    downloadFile(name, base64.decode(answer.value.base64));
    setStatusText(translate('writing.paperMade', { name }));
  }

  return (
    <>
      <div className={styles.buttons}>
        {printFormats.map((form) => (
          <Button key={form} disabledFocusable={making} onClick={() => void downloadPrint(form)}>
            {translate(printFormatWords[form])}
          </Button>
        ))}
      </div>
      <div role="status">{statusText}</div>
    </>
  );
}
