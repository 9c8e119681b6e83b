import { parseCaseId } from '../../core/model/codes.ts';
import type { AnswerOf } from '../../contract/operations.ts';
import { summariesAt } from '../../contract/page-links.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import type { Place } from '../ui/tab-context.ts';
import type { ComponentType } from 'react';
import { createPart, loadPart, type Part } from '../ui/lazy-loader.ts';

type Me = Pick<AnswerOf<'me'>, 'roles' | 'handles' | 'summaries' | 'partners'>;
type Page =
  | 'today'
  | 'cases'
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
} as const satisfies Record<Page, WordKey>;

/** The pages that someone has, in the order of the navigation. What they may not see is not there. */
export function pagesOf(me: Me): readonly Page[] {
  const has = (...roles: Me['roles']): boolean => roles.some((role) => me.roles.includes(role));
  return [
    ...(me.handles.length > 0 ? (['today', 'cases'] as const) : []),
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

export function pageOf(place: Place): Page {
  if (place.page === 'case' || place.page === 'search') return 'cases';
  return place.page === 'report' ? place.flow : place.page;
}

export const placeOf = (page: Page): Place =>
  page === 'report' || page === 'comeBack' || page === 'guidance' ? { page: 'report', flow: page } : { page };

/**
 * Where the tab opens: what a deep link asks for, else the page that the tab was made for, else the first that this
 * person has. The server decides again what it hands out.
 */
export function firstPlace(me: Me, subPage: string | undefined, madeFor: string | undefined): Place {
  const pages = pagesOf(me);
  const [, reference] = /^case:(.{1,40})$/u.exec(subPage ?? '') ?? [];
  const caseId = reference === undefined ? undefined : parseCaseId(reference);
  if (caseId !== undefined && pages.includes('cases')) return { page: 'case', caseId };
  const link = summariesAt.placeIn(subPage) ?? summariesAt.placeIn(madeFor);
  if (link !== undefined && pages.includes('summaries')) return { page: 'summaries', link };
  const wanted = [subPage, madeFor].map((name) => pages.find((page) => page === name)).find(Boolean);
  return placeOf(wanted ?? pages[0] ?? 'report');
}

type Loaded<Props> = Promise<{ readonly default: ComponentType<Props> }>;

const partOf = <Props = object>(name: string, load: () => Loaded<Props>): Part<ComponentType<Props>> =>
  createPart(async () => (await loadPart(name, load)).default);

export const pageParts: Readonly<Record<Place['page'], Part<ComponentType>>> = {
  today: partOf('today/today-page.tsx', () => import('../today/today-page.tsx')),
  cases: partOf('cases/cases-page.tsx', () => import('../cases/cases-page.tsx')),
  case: partOf('case/case-page.tsx', () => import('../case/case-page.tsx')),
  identity: partOf('identity/identity-page.tsx', () => import('../identity/identity-page.tsx')),
  oversight: partOf('oversight/oversight-page.tsx', () => import('../oversight/oversight-page.tsx')),
  search: partOf('search/search-page.tsx', () => import('../search/search-page.tsx')),
  summaries: partOf('summaries/summaries-page.tsx', () => import('../summaries/summaries-page.tsx')),
  campaigns: partOf('campaigns/campaigns-page.tsx', () => import('../campaigns/campaigns-page.tsx')),
  writing: partOf('guidance/guidance-page.tsx', () => import('../guidance/guidance-page.tsx')),
  partners: partOf('invitations/invitations-page.tsx', () => import('../invitations/invitations-page.tsx')),
  keys: partOf('keys/keys-page.tsx', () => import('../keys/keys-page.tsx')),
  report: partOf('report/report-page.tsx', () => import('../report/report-page.tsx')),
};

export const shortcutsDialog = partOf('app/shortcuts-dialog.tsx', () => import('./shortcuts-dialog.tsx'));
