import type { ComponentType } from 'react';
import { loadEveryWord } from '../parts/say-at-first.ts';
import { loadPart } from '../parts/load-part.ts';
import { createPart, type Part } from '../parts/part.ts';
import type { Place } from '../parts/tab-context.ts';

type Loaded<Props> = Promise<{ readonly default: ComponentType<Props> }>;

/** A page with its words. Those of the first pages are there from the beginning. */
const withWords = <Props = object>(name: string, load: () => Loaded<Props>): Part<ComponentType<Props>> =>
  createPart(async () => {
    const [page] = await Promise.all([loadPart(name, load), loadEveryWord()]);
    return page.default;
  });

/** The pages, each loaded when it is first opened. */
export const pageParts: Readonly<Record<Place['page'], Part<ComponentType>>> = {
  today: createPart(
    async () => (await loadPart('today/today-page.tsx', () => import('../today/today-page.tsx'))).default,
  ),
  cases: createPart(
    async () => (await loadPart('cases/cases-page.tsx', () => import('../cases/cases-page.tsx'))).default,
  ),
  case: withWords('case/case-page.tsx', () => import('../case/case-page.tsx')),
  identity: withWords('identity/identity-page.tsx', () => import('../identity/identity-page.tsx')),
  oversight: withWords('oversight/oversight-page.tsx', () => import('../oversight/oversight-page.tsx')),
  search: withWords('search/search-page.tsx', () => import('../search/search-page.tsx')),
  summaries: withWords('summaries/summaries-page.tsx', () => import('../summaries/summaries-page.tsx')),
  campaigns: withWords('campaigns/campaigns-page.tsx', () => import('../campaigns/campaigns-page.tsx')),
  writing: withWords('guidance/writing-page.tsx', () => import('../guidance/writing-page.tsx')),
  partners: withWords('invitations/partners-page.tsx', () => import('../invitations/partners-page.tsx')),
  keys: withWords('keys/keys-page.tsx', () => import('../keys/keys-page.tsx')),
  report: withWords('report/report-page.tsx', () => import('../report/report-page.tsx')),
};

/** The window that lists what can be done on the keyboard. */
export const shortcutsDialog = withWords('app/shortcuts-dialog.tsx', () => import('./shortcuts-dialog.tsx'));
