import { parseCaseId } from '../../core/model/case-id.ts';
import type { OperationAnswer } from '../../contract/operations.ts';
import { summaryDeepLink } from '../../contract/deep-links.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import type { PageLocation } from '../ui/tab-context.ts';
import type { ComponentType } from 'react';
import { createLazyModule, loadModule, type LazyModule } from '../ui/lazy-module.ts';

type Me = Pick<OperationAnswer<'me'>, 'roles' | 'handles' | 'summaries' | 'partners'>;
type PageName =
  | 'today'
  | 'cases'
  | 'unit'
  | 'oversight'
  | 'identity'
  | 'summaries'
  | 'campaigns'
  | 'writing'
  | 'partners'
  | 'keys'
  | 'report'
  | 'comeBack'
  | 'guidance';

export const pageWords = {
  today: 'today.heading',
  cases: 'shell.cases',
  unit: 'shell.unit',
  oversight: 'shell.oversight',
  identity: 'shell.identity',
  summaries: 'shell.summaries',
  campaigns: 'shell.campaigns',
  writing: 'shell.writing',
  partners: 'shell.partners',
  keys: 'shell.keys',
  report: 'shell.report',
  comeBack: 'shell.comeBack',
  guidance: 'shell.guidance',
} as const satisfies Record<PageName, WordKey>;

/** In navigation order, without pages that the person may not see. */
export function visiblePages(me: Me): readonly PageName[] {
  const has = (...roles: Me['roles']): boolean => roles.some((role) => me.roles.includes(role));
  return [
    ...(me.handles.length > 0 ? (['today', 'cases'] as const) : []),
    ...(has('supervisor') ? (['unit'] as const) : []),
    ...(has('reserve') ? (['oversight'] as const) : []),
    ...(has('custodian') ? (['identity'] as const) : []),
    ...(me.summaries.length > 0 ? (['summaries'] as const) : []),
    ...(has('communications', 'admin') ? (['campaigns'] as const) : []),
    ...(has('communications', 'admin') ? (['writing'] as const) : []),
    ...(me.partners ? (['partners'] as const) : []),
    ...(has('handler', 'reserve', 'custodian', 'admin') ? (['keys'] as const) : []),
    'report',
    'comeBack',
    'guidance',
  ];
}

export function navPage(place: PageLocation): PageName {
  if (place.page === 'case' || place.page === 'search') return 'cases';
  return place.page === 'report' ? place.flow : place.page;
}

export const toLocation = (page: PageName): PageLocation =>
  page === 'report' || page === 'comeBack' || page === 'guidance' ? { page: 'report', flow: page } : { page };

/** A deep link's page, else the one that the tab was made for, else the person's first. The server checks again. */
export function initialLocation(me: Me, subPage: string | undefined, configuredPage: string | undefined): PageLocation {
  const pages = visiblePages(me);
  const [, reference] = /^case:(.{1,40})$/u.exec(subPage ?? '') ?? [];
  const caseId = reference === undefined ? undefined : parseCaseId(reference);
  if (caseId !== undefined && pages.includes('cases')) return { page: 'case', caseId };
  const link = summaryDeepLink.parseLink(subPage) ?? summaryDeepLink.parseLink(configuredPage);
  if (link !== undefined && pages.includes('summaries')) return { page: 'summaries', link };
  const wanted = [subPage, configuredPage].map((name) => pages.find((page) => page === name)).find(Boolean);
  return toLocation(wanted ?? pages[0] ?? 'report');
}

type LoadedModule<Props> = Promise<{ readonly default: ComponentType<Props> }>;

const lazyDefaultExport = <Props = object>(
  name: string,
  load: () => LoadedModule<Props>,
): LazyModule<ComponentType<Props>> => createLazyModule(async () => (await loadModule(name, load)).default);

export const lazyPages: Readonly<Record<PageLocation['page'], LazyModule<ComponentType>>> = {
  today: lazyDefaultExport('today/today-page.tsx', () => import('../today/today-page.tsx')),
  cases: lazyDefaultExport('cases/cases-page.tsx', () => import('../cases/cases-page.tsx')),
  case: lazyDefaultExport('case/case-page.tsx', () => import('../case/case-page.tsx')),
  identity: lazyDefaultExport('identity/identity-page.tsx', () => import('../identity/identity-page.tsx')),
  oversight: lazyDefaultExport('oversight/oversight-page.tsx', () => import('../oversight/oversight-page.tsx')),
  unit: lazyDefaultExport('unit/unit-page.tsx', () => import('../unit/unit-page.tsx')),
  search: lazyDefaultExport('search/search-page.tsx', () => import('../search/search-page.tsx')),
  summaries: lazyDefaultExport('summaries/summaries-page.tsx', () => import('../summaries/summaries-page.tsx')),
  campaigns: lazyDefaultExport('campaigns/campaigns-page.tsx', () => import('../campaigns/campaigns-page.tsx')),
  writing: lazyDefaultExport('guidance/guidance-editor-page.tsx', () => import('../guidance/guidance-editor-page.tsx')),
  partners: lazyDefaultExport('invitations/invitations-page.tsx', () => import('../invitations/invitations-page.tsx')),
  keys: lazyDefaultExport('keys/keys-page.tsx', () => import('../keys/keys-page.tsx')),
  report: lazyDefaultExport('report/report-page.tsx', () => import('../report/report-page.tsx')),
};

export const lazyShortcutsDialog = lazyDefaultExport(
  'app/shortcuts-dialog.tsx',
  () => import('./shortcuts-dialog.tsx'),
);
