import type { ComponentType } from 'react';
import { loadPart } from '../parts/load-part.ts';
import { createPart, type Part } from '../parts/part.ts';
import type { Place } from '../parts/tab-context.ts';

type Loaded<Props> = Promise<{ readonly default: ComponentType<Props> }>;

const pageOf = <Props = object>(name: string, load: () => Loaded<Props>): Part<ComponentType<Props>> =>
  createPart(async () => (await loadPart(name, load)).default);

export const pageParts: Readonly<Record<Place['page'], Part<ComponentType>>> = {
  today: pageOf('today/today-page.tsx', () => import('../today/today-page.tsx')),
  cases: pageOf('cases/cases-page.tsx', () => import('../cases/cases-page.tsx')),
  case: pageOf('case/case-page.tsx', () => import('../case/case-page.tsx')),
  identity: pageOf('identity/identity-page.tsx', () => import('../identity/identity-page.tsx')),
  oversight: pageOf('oversight/oversight-page.tsx', () => import('../oversight/oversight-page.tsx')),
  search: pageOf('search/search-page.tsx', () => import('../search/search-page.tsx')),
  summaries: pageOf('summaries/summaries-page.tsx', () => import('../summaries/summaries-page.tsx')),
  campaigns: pageOf('campaigns/campaigns-page.tsx', () => import('../campaigns/campaigns-page.tsx')),
  writing: pageOf('guidance/writing-page.tsx', () => import('../guidance/writing-page.tsx')),
  partners: pageOf('invitations/partners-page.tsx', () => import('../invitations/partners-page.tsx')),
  keys: pageOf('keys/keys-page.tsx', () => import('../keys/keys-page.tsx')),
  report: pageOf('report/report-page.tsx', () => import('../report/report-page.tsx')),
};

export const shortcutsDialog = pageOf('app/shortcuts-dialog.tsx', () => import('./shortcuts-dialog.tsx'));
