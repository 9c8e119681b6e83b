import { createRoot } from 'react-dom/client';
import { arrivedWith } from './frame/arrived-with.ts';
import { PartnersPage } from './partners-page.tsx';

// Before anything else is done, or can fail: an invitation does not stay in the address.
const arrived = arrivedWith(location, history);

// React would write what broke into the console, and what broke may hold somebody's words.
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
