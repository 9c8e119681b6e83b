import { Spinner } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type Language, languageFromLocale } from '../../core/model/language.ts';
import { createApiClient } from '../api/api-client.ts';
import type { Refusal } from '../../contract/operation-answers.ts';
import { caseDeepLink } from '../../contract/deep-links.ts';
import type { OperationAnswer } from '../../contract/operations.ts';
import { connectToHost } from '../teams/connect-to-host.ts';
import { type Host, type ThemeName, parseThemeName } from '../teams/host.ts';
import { ThemeProvider } from './theme-provider.tsx';
import { createTranslator } from '../ui/translator.ts';
import { NoticePage } from '../ui/notice.tsx';
import { initialLocation } from './pages.ts';
import { buildWatch } from '../ui/build-watch.ts';
import { refusalText } from '../ui/refusal-text.ts';
import { Shell } from './shell.tsx';
import type { Tab } from '../ui/tab-context.ts';

type Me = OperationAnswer<'me'>;
type TabAppState =
  | { readonly at: 'connecting' | 'notInTeams' | 'notLoaded' }
  | { readonly at: 'refused'; readonly host: Host; readonly refusal: Refusal }
  | { readonly at: 'signingIn'; readonly host: Host }
  | {
      readonly at: 'in';
      readonly subPage: string | undefined;
      readonly reloadsOnFilePick: boolean;
      readonly me: Me;
      readonly call: Tab['call'];
    };

const configuredPage = (): string | undefined => new URLSearchParams(window.location.search).get('page') ?? undefined;

async function resolveSubPage({ subPage }: Host, me: Me, call: Tab['call']): Promise<string | undefined> {
  const pointer = caseDeepLink.parsePointer(subPage);
  if (pointer === undefined || me.handles.length === 0) return subPage;
  const resolved = await call('cases.followLink', { pointer });
  return resolved.ok ? `case:${resolved.value.caseId}` : undefined;
}

export function TabApp() {
  const [step, setStep] = useState<TabAppState>({ at: 'connecting' });
  const [theme, setTheme] = useState<ThemeName>('light');
  const [language, setLanguage] = useState<Language>(() => languageFromLocale(navigator.language));
  const translate = useMemo(() => createTranslator(language), [language]);

  const signIn = useCallback(async (host: Host) => {
    setStep({ at: 'signingIn', host });
    const call = createApiClient({
      getToken: host.getToken,
      fetch: (input, init) => window.fetch(input, init),
      onResponse: buildWatch.onResponse,
    });
    const me = await call('me', {});
    if (!me.ok) return setStep({ at: 'refused', host, refusal: me.refusal });
    const subPage = await resolveSubPage(host, me.value, call);
    setStep({ at: 'in', subPage, reloadsOnFilePick: host.closesOnFilePick, me: me.value, call });
  }, []);

  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isGone = false;
    setStep({ at: 'connecting' });
    void connectToHost((host) => {
      if (isGone) return;
      if (host === 'notInTeams' || host === 'notLoaded') return setStep({ at: host });
      setTheme(parseThemeName(host.theme));
      setLanguage(languageFromLocale(host.locale));
      host.onTheme((name) => setTheme(parseThemeName(name)));
      void signIn(host);
    });
    return () => {
      isGone = true;
    };
  }, [signIn, tries]);

  const first = useMemo(
    () => (step.at === 'in' ? initialLocation(step.me, step.subPage, configuredPage()) : undefined),
    [step],
  );
  return (
    <ThemeProvider theme={theme} language={language}>
      {step.at === 'in' && first ? (
        <Shell
          reloadsOnFilePick={step.reloadsOnFilePick}
          me={step.me}
          call={step.call}
          initialLocation={first}
          language={language}
          onLanguage={setLanguage}
        />
      ) : step.at === 'notInTeams' ? (
        <main>
          <NoticePage heading={translate('shell.notInTeamsHeading')}>
            {translate('shell.notInTeams')} {translate('shell.emergency')}
          </NoticePage>
        </main>
      ) : step.at === 'notLoaded' ? (
        <main>
          <NoticePage
            heading={translate('shell.notOpenHeading')}
            action={{ words: translate('shell.tryAgain'), run: () => setTries(tries + 1) }}
          >
            {translate('shell.notLoaded')} {translate('shell.emergency')}
          </NoticePage>
        </main>
      ) : step.at === 'refused' ? (
        <main>
          <NoticePage
            heading={translate('shell.notOpenHeading')}
            action={{ words: translate('shell.tryAgain'), run: () => void signIn(step.host) }}
          >
            {refusalText(translate, step.refusal)} {translate('shell.emergency')}
          </NoticePage>
        </main>
      ) : (
        <main>
          <Spinner label={translate('shell.connecting')} style={{ padding: '2rem' }} />
        </main>
      )}
    </ThemeProvider>
  );
}
