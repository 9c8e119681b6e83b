import { Spinner } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type Language, languageOfLocale } from '../../core/model/language.ts';
import { createClient } from '../api/client.ts';
import type { Refusal } from '../../contract/answers.ts';
import { pointedAt } from '../../contract/page-links.ts';
import type { AnswerOf } from '../../contract/operations.ts';
import { connect } from '../teams/connect.ts';
import { type Host, type ThemeName, themeOf } from '../teams/host.ts';
import { Look } from './theme-provider.tsx';
import { sayFor } from '../ui/say-for.ts';
import { NoticePage } from '../ui/notice.tsx';
import { firstPlace } from './pages.ts';
import { buildWatch } from '../ui/build-watch.ts';
import { refusalText } from '../ui/refusal-text.ts';
import { Shell } from './shell.tsx';
import type { Tab } from '../ui/tab-context.ts';

type Me = AnswerOf<'me'>;
type Step =
  | { readonly at: 'connecting' | 'notInTeams' | 'notLoaded' }
  | { readonly at: 'refused'; readonly host: Host; readonly refusal: Refusal }
  | { readonly at: 'signingIn'; readonly host: Host }
  | {
      readonly at: 'in';
      readonly subPage: string | undefined;
      readonly endsForFiles: boolean;
      readonly me: Me;
      readonly call: Tab['call'];
    };

const madeFor = (): string | undefined => new URLSearchParams(window.location.search).get('page') ?? undefined;

async function subPageFor({ subPage }: Host, me: Me, call: Tab['call']): Promise<string | undefined> {
  const pointer = pointedAt.pointerIn(subPage);
  if (pointer === undefined || me.handles.length === 0) return subPage;
  const led = await call('cases.followLink', { pointer });
  return led.ok ? `case:${led.value.caseId}` : undefined;
}

export function Start() {
  const [step, setStep] = useState<Step>({ at: 'connecting' });
  const [theme, setTheme] = useState<ThemeName>('light');
  const [language, setLanguage] = useState<Language>(() => languageOfLocale(navigator.language));
  const words = useMemo(() => sayFor(language), [language]);

  const signIn = useCallback(async (host: Host) => {
    setStep({ at: 'signingIn', host });
    const call = createClient({
      getToken: host.getToken,
      fetch: (input, init) => window.fetch(input, init),
      onAnswer: buildWatch.heard,
    });
    const me = await call('me', {});
    if (!me.ok) return setStep({ at: 'refused', host, refusal: me.refusal });
    const subPage = await subPageFor(host, me.value, call);
    setStep({ at: 'in', subPage, endsForFiles: host.endsForFiles, me: me.value, call });
  }, []);

  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isGone = false;
    setStep({ at: 'connecting' });
    void connect((host) => {
      if (isGone) return;
      if (host === 'notInTeams' || host === 'notLoaded') return setStep({ at: host });
      setTheme(themeOf(host.theme));
      setLanguage(languageOfLocale(host.locale));
      host.onTheme((name) => setTheme(themeOf(name)));
      void signIn(host);
    });
    return () => {
      isGone = true;
    };
  }, [signIn, tries]);

  const first = useMemo(() => (step.at === 'in' ? firstPlace(step.me, step.subPage, madeFor()) : undefined), [step]);
  return (
    <Look theme={theme} language={language}>
      {step.at === 'in' && first ? (
        <Shell
          endsForFiles={step.endsForFiles}
          me={step.me}
          call={step.call}
          first={first}
          language={language}
          onLanguage={setLanguage}
        />
      ) : step.at === 'notInTeams' ? (
        <main>
          <NoticePage heading={words('shell.notInTeamsHeading')}>
            {words('shell.notInTeams')} {words('shell.emergency')}
          </NoticePage>
        </main>
      ) : step.at === 'notLoaded' ? (
        <main>
          <NoticePage
            heading={words('shell.notOpenHeading')}
            action={{ words: words('shell.tryAgain'), run: () => setTries(tries + 1) }}
          >
            {words('shell.notLoaded')} {words('shell.emergency')}
          </NoticePage>
        </main>
      ) : step.at === 'refused' ? (
        <main>
          <NoticePage
            heading={words('shell.notOpenHeading')}
            action={{ words: words('shell.tryAgain'), run: () => void signIn(step.host) }}
          >
            {refusalText(words, step.refusal)} {words('shell.emergency')}
          </NoticePage>
        </main>
      ) : (
        <main>
          <Spinner label={words('shell.connecting')} style={{ padding: '2rem' }} />
        </main>
      )}
    </Look>
  );
}
