import { type ReactNode, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Language, otherLanguage } from '../../core/model/language.ts';
import type { PageBeginAnswer, PartnerSession } from '../../contract/partner-operations.ts';
import { defaultQuickExitUrl } from '../../words/quick-exit.ts';
import { translate as sayIn } from '../../words/partners/translate.ts';
import type { InvitationLink } from './ui/invitation-link.ts';
import { createPartnerClient } from './ui/partner-client.ts';
import { SignInPage } from './sign-in/sign-in-page.tsx';
import { type PageShell, PageShellContext, type SignedInPage, SignedInPageContext } from './ui/partner-context.ts';
import { useAnnouncer } from '../ui/use-announcer.tsx';
import { DangerNotice, DeviceNotes } from './ui/page-notices.tsx';
import { useDoubleEscape } from '../ui/use-double-escape.ts';
import { UnsavedDialog } from './ui/unsaved-dialog.tsx';
import { createLazyModule, loadModule } from '../ui/lazy-module.ts';
import { LazyComponent } from './ui/lazy-component.tsx';

const defaultContacts: PageBeginAnswer = {
  forceName: { en: 'the force', cy: 'yr heddlu' },
  emergency: '999',
  helpline: { en: 'Live Fear Free', cy: 'Byw Heb Ofn' },
  helplinePhone: '0808 80 10 800',
  exit: defaultQuickExitUrl,
};

const signOutWords = { over: 'enter.over', ended: 'enter.ended' } as const;

const phoneDigits = (number: string): string => number.replaceAll(/[^\d+]/gu, '');

export function PartnersPage({
  invitationLink,
  initialLanguage,
  redirect,
}: {
  readonly invitationLink: InvitationLink;
  readonly initialLanguage: Language;
  readonly redirect: (address: string) => void;
}) {
  const [language, setLanguage] = useState(initialLanguage);
  const [contacts, setContacts] = useState(defaultContacts);
  const [session, setSession] = useState<PartnerSession>();
  const [signOutReason, setSignOutReason] = useState<'over' | 'ended'>();
  const [isGone, setGone] = useState(false);
  const [wasSignedOut, setSignedOut] = useState(false);
  const { announce, region } = useAnnouncer('heard');
  const main = useRef<HTMLElement>(null);
  const token = useRef<string>(undefined);
  const { hold: guardUnsaved, isHeld } = useBeforeUnloadGuard(main);
  const [isAsking, setAsking] = useState(false);

  const say = useCallback<PageShell['translate']>((key, values) => sayIn(language, key, values), [language]);
  const [client] = useState(() =>
    createPartnerClient({
      token: () => token.current,
      onSignedOut: (why) => {
        token.current = undefined;
        setSignOutReason(why);
      },
      fetch: (input, init) => globalThis.fetch(input, init),
    }),
  );
  const quickExit = useCallback(() => {
    token.current = undefined;
    setSession(undefined);
    setGone(true);
    redirect(contacts.exit);
  }, [contacts, redirect]);
  useDoubleEscape(quickExit);

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = sayIn(language, 'frame.title');
  }, [language]);
  useEffect(() => {
    void client.callSignIn('page.begin', {}).then((answer) => answer.ok && setContacts(answer.value));
  }, [client]);
  useEffect(() => {
    // A page from the back-forward cache starts anew, with no one signed in.
    const onPageShow = ({ persisted }: PageTransitionEvent) => persisted && location.reload();
    window.addEventListener('pageshow', onPageShow);
    return () => window.removeEventListener('pageshow', onPageShow);
  }, []);

  const pageShell = useMemo<PageShell>(
    () => ({ language, setLanguage, translate: say, announce, contacts, quickExit }),
    [language, say, announce, contacts, quickExit],
  );
  const partnerPage = useMemo<SignedInPage | undefined>(
    () =>
      session && {
        ...pageShell,
        organisation: session.organisation,
        access: session.access,
        guardUnsaved,
        call: client.call,
      },
    [pageShell, session, client, guardUnsaved],
  );
  const signIn = (newSession: PartnerSession): void => {
    token.current = newSession.token;
    setSignOutReason(undefined);
    setSignedOut(false);
    setSession(newSession);
    announce(say('frame.signedInFor', { organisation: newSession.organisation }));
  };
  const signOut = (): void => {
    setAsking(false);
    token.current = undefined;
    setSession(undefined);
    setSignOutReason(undefined);
    setSignedOut(true);
    main.current?.focus();
    announce(say('frame.signedOut'));
  };

  if (isGone) return null;
  const other = otherLanguage(language);
  const isAgain = signOutReason !== undefined;
  const noticeWordKey =
    signOutReason === undefined ? (wasSignedOut ? 'frame.signedOut' : undefined) : signOutWords[signOutReason];
  return (
    <PageShellContext value={pageShell}>
      <a className="skip" href="#main" onClick={(event) => (event.preventDefault(), main.current?.focus())}>
        {say('frame.skip')}
      </a>
      <nav className="leaving" aria-label={say('frame.leaving')}>
        <button type="button" onClick={quickExit}>
          {say('frame.leave')}
        </button>
        <a href={`tel:${phoneDigits(contacts.emergency)}`}>{say('frame.call', { number: contacts.emergency })}</a>
        <p>{say('frame.leaveKeys')}</p>
      </nav>
      <header className="column top">
        <p>
          {session && !isAgain
            ? say('frame.signedInFor', { organisation: session.organisation })
            : contacts.forceName[language]}
        </p>
        {session && (
          <button type="button" className="quiet" onClick={() => (isHeld() ? setAsking(true) : signOut())}>
            {say('frame.signOut')}
          </button>
        )}
        <button type="button" className="quiet" lang={other} onClick={() => setLanguage(other)}>
          {say('frame.otherLanguage')}
        </button>
      </header>
      <main ref={main} id="main" tabIndex={-1} className="column">
        {(partnerPage === undefined || isAgain) && (
          <>
            <DangerNotice />
            <SignInPage
              key={isAgain ? 'again' : 'first'}
              ask={client.callSignIn}
              invitationLink={wasSignedOut ? { kind: 'nothing' } : invitationLink}
              isAgain={isAgain}
              noticeWordKey={noticeWordKey}
              onSignedIn={signIn}
            />
            {!isAgain && <DeviceNotes />}
          </>
        )}
        {partnerPage && (
          <SignedInPageContext value={partnerPage}>
            {/* Typed words stay, out of reach, until someone with the same invitation signs in again. */}
            <div inert={signOutReason === 'over'} aria-hidden={signOutReason === 'over'}>
              <LazyReportArea key={session?.invitation} />
            </div>
          </SignedInPageContext>
        )}
      </main>
      {isAsking && <UnsavedDialog onStay={() => setAsking(false)} onLeave={signOut} />}
      {region}
    </PageShellContext>
  );
}

const reportArea = createLazyModule(() =>
  loadModule('report/report-area.tsx', async () => (await import('./report/report-area.tsx')).default),
);

const LazyReportArea = (): ReactNode => <LazyComponent module={reportArea} props={{}} />;

interface UnsavedGuard {
  readonly hold: () => () => void;
  readonly isHeld: () => boolean;
}

/** A page that a quick exit emptied asks nothing: `page` is then detached. */
function useBeforeUnloadGuard(page: RefObject<HTMLElement | null>): UnsavedGuard {
  const held = useRef(0);
  const hold = useCallback(() => {
    held.current += 1;
    return () => void (held.current -= 1);
  }, []);
  const isHeld = useCallback(() => held.current > 0, []);
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent): void => {
      if (held.current > 0 && page.current?.isConnected === true) event.preventDefault();
    };
    window.addEventListener('beforeunload', onBeforeUnload);
    return () => window.removeEventListener('beforeunload', onBeforeUnload);
  }, [page]);
  return { hold, isHeld };
}
