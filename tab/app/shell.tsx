import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { type ComponentType, lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Language, otherLanguage } from '../../concerns/language.ts';
import type { AnswerOf } from '../contract/answers.ts';
import { ListMemoryContext, newListMemory } from '../cases/list-memory.ts';
import { KeysProvider } from '../seals/keys-context.tsx';
import { loadEveryWord, sayAtFirst } from '../words/say-at-first.ts';
import { useAnnouncer } from './announcer.tsx';
import { Arrival } from './arrival.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { HeldKeys } from './held-keys.tsx';
import { NoticePage } from './notice-page.tsx';
import { pageOf, pageWords } from './pages.ts';
import { type Place, type Tab, TabContext } from './tab-context.ts';
import { TopBar } from './top-bar.tsx';
import { UnsentContext } from './unsent.ts';
import { useLeaving } from './use-leaving.ts';

/** A page with its words. Those of the list are there from the beginning. */
const lazyPage = (load: () => Promise<{ readonly default: ComponentType }>) =>
  lazy(async () => {
    const [page] = await Promise.all([load(), loadEveryWord()]);
    return page;
  });
const CasesPage = lazy(() => import('../cases/cases-page.tsx'));
const CasePage = lazyPage(() => import('../case/case-page.tsx'));
const IdentityPage = lazyPage(() => import('../identity/identity-page.tsx'));
const KeysPage = lazyPage(() => import('../keys/keys-page.tsx'));
const ReportPage = lazyPage(() => import('../report/report-page.tsx'));
const LeaveDialog = lazy(() => import('./leave-dialog.tsx'));

const useStyles = makeStyles({
  main: {
    boxSizing: 'border-box',
    maxWidth: '90rem',
    margin: '0 auto',
    padding: tokens.spacingHorizontalL,
    ':focus': { outlineStyle: 'none' },
    '& h1:focus': { outlineStyle: 'none' },
  },
});

function PageAt({ place }: { readonly place: Place }) {
  switch (place.page) {
    case 'cases':
      return <CasesPage />;
    case 'case':
      return <CasePage key={place.caseId} />;
    case 'identity':
      return <IdentityPage />;
    case 'keys':
      return <KeysPage />;
    case 'report':
      return <ReportPage key={place.flow} />;
  }
}

interface Props {
  readonly me: AnswerOf<'me'>;
  readonly call: Tab['call'];
  readonly first: Place;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

/** The pages of somebody who is signed in, with what stands around them. */
export function Shell({ me, call, first, language, onLanguage }: Props) {
  const styles = useStyles();
  const [memory] = useState(newListMemory);
  const main = useRef<HTMLElement>(null);
  const { announce, region } = useAnnouncer();
  const leaving = useLeaving(first);
  const { place, open } = leaving;
  const say = useCallback<Tab['say']>((key, values) => sayAtFirst(language, key, values), [language]);
  const tab = useMemo(
    (): Tab => ({ me, language, speak: onLanguage, say, call, place, open, announce }),
    [me, language, onLanguage, say, call, place, open, announce],
  );
  const where = place.page === 'case' ? place.caseId : pageOf(place);

  useEffect(() => {
    document.title = say('shell.title', { page: say(pageWords[pageOf(place)]) });
  }, [say, place]);

  return (
    <TabContext value={tab}>
      <UnsentContext value={leaving.askBefore}>
        <ListMemoryContext value={memory}>
          <KeysProvider>
            <TopBar onLanguage={() => onLanguage(otherLanguage(language))} onSkip={() => main.current?.focus()} />
            <HeldKeys />
            <main ref={main} tabIndex={-1} className={styles.main}>
              <ErrorBoundary
                key={where}
                instead={
                  <NoticePage
                    heading={say('shell.brokenHeading')}
                    action={{ words: say('shell.openAgain'), run: () => window.location.reload() }}
                  >
                    {say('shell.broken')}
                  </NoticePage>
                }
              >
                <Suspense fallback={<Spinner label={say('shell.loading')} />}>
                  <PageAt place={place} />
                  {place !== first && <Arrival key={where} main={main} />}
                </Suspense>
              </ErrorBoundary>
            </main>
            {region}
            {leaving.wasAsked && (
              <Suspense>
                <LeaveDialog wish={leaving.wish} />
              </Suspense>
            )}
          </KeysProvider>
        </ListMemoryContext>
      </UnsentContext>
    </TabContext>
  );
}
