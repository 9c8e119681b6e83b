import { createRoot } from 'react-dom/client';
import { arrivedWith } from './ui/invitation-link.ts';
import { PartnersPage } from './partners-page.tsx';

// First of all, before anything can fail: an invitation must not stay in the address.
const arrived = arrivedWith(location, history);

// React would write errors to the console, and they may hold someone's words.
const quietly = (): void => undefined;

const page = document.getElementById('page');
if (page) {
  const root = createRoot(page, { onCaughtError: quietly, onUncaughtError: quietly, onRecoverableError: quietly });
  const leaveFor = (address: string): void => {
    document.title = '';
    document.body.replaceChildren();
    location.replace(address);
  };
  const spoken = navigator.language.toLowerCase().startsWith('cy') ? 'cy' : 'en';
  root.render(<PartnersPage arrived={arrived} spoken={spoken} leaveFor={leaveFor} />);
}
