import { createRoot } from 'react-dom/client';
import { takeInvitationLink } from './ui/invitation-link.ts';
import { PartnersPage } from './partners-page.tsx';

// Before anything can fail: an invitation must not stay in the address.
const invitationLink = takeInvitationLink(location, history);

// React would write errors to the console, and they may hold someone's words.
const ignoreError = (): void => undefined;

const page = document.getElementById('page');
if (page) {
  const root = createRoot(page, {
    onCaughtError: ignoreError,
    onUncaughtError: ignoreError,
    onRecoverableError: ignoreError,
  });
  const leaveFor = (address: string): void => {
    document.title = '';
    document.body.replaceChildren();
    location.replace(address);
  };
  const spoken = navigator.language.toLowerCase().startsWith('cy') ? 'cy' : 'en';
  root.render(<PartnersPage invitationLink={invitationLink} initialLanguage={spoken} redirect={leaveFor} />);
}
