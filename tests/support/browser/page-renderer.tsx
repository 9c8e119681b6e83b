import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Page } from '../../../cards/page.ts';
import type { ButtonData } from '../../../tab/report/page-actions.ts';
import { PageView } from '../../../tab/report/page-view.tsx';

/** An element that shows a page as a step. `onPress` is told what a button sends, `onInputs` what stands in the fields. */
export function renderPage(
  page: Page,
  onPress: (data: ButtonData) => void,
  onInputs: (inputs: ButtonData) => void,
): HTMLElement {
  const element = document.createElement('div');
  const room = { route: 'staff', words: () => '', announce: () => undefined } as const;
  const step = { isBusy: false, onInputs, remainingLength: room, renderCodeActions: () => null };
  flushSync(() => createRoot(element).render(<PageView page={page} className="card" onPress={onPress} step={step} />));
  return element;
}
