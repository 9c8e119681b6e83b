import type { Language } from '../concerns/terms/language.ts';

/** Everyone's package has the same tabs: the server decides what someone sees there. */
export interface StaticTab {
  readonly entityId: string;
  /** No address of a tab ever names a case. */
  readonly page: 'report' | 'today' | 'summaries';
  readonly name: Readonly<Record<Language, string>>;
  readonly scopes: readonly ('personal' | 'team')[];
  readonly context: readonly ('personalTab' | 'channelTab')[];
}

/**
 * Cases are in channels as well, where those who handle them work; the page for reporting is personal only. Summaries
 * have a tab for channels alone: in person they are a page of the tab of cases, and no tab that everyone has. The tabs
 * reveal nothing: someone without a role sees the page for reporting in both.
 */
export const staticTabs: readonly StaticTab[] = [
  {
    entityId: 'report',
    page: 'report',
    name: { en: 'Report a concern', cy: 'Rhoi gwybod am bryder' },
    scopes: ['personal'],
    context: ['personalTab'],
  },
  {
    entityId: 'cases',
    page: 'today',
    name: { en: 'Cases', cy: 'Achosion' },
    scopes: ['personal', 'team'],
    context: ['personalTab', 'channelTab'],
  },
  {
    entityId: 'summaries',
    page: 'summaries',
    name: { en: 'Summaries', cy: 'Crynodebau' },
    scopes: ['team'],
    context: ['channelTab'],
  },
];
