import { createRoot } from 'react-dom/client';
import { TabApp } from './app/tab-app.tsx';

// React would write errors to the console, and they may hold someone's words.
const ignoreError = (): void => undefined;

const page = document.getElementById('page');
if (page) {
  createRoot(page, {
    onCaughtError: ignoreError,
    onUncaughtError: ignoreError,
    onRecoverableError: ignoreError,
  }).render(<TabApp />);
}
