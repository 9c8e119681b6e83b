import type { Language } from '../concerns/terms/language.ts';

/** A tab of the app, the same in everybody's package: what somebody may see there is decided by the server. */
export interface StaticTab {
  readonly entityId: string;
  /** The page that it opens on, as the tab knows it by name. No address of a tab ever names a case. */
  readonly page: 'report' | 'today' | 'summaries';
  readonly name: Readonly<Record<Language, string>>;
  readonly scopes: readonly ('personal' | 'team')[];
  readonly context: readonly ('personalTab' | 'channelTab')[];
}

/**
 * The tabs. Cases stand in channels as well, where those who handle them work; the page for reporting is personal only.
 * Summaries have one for channels alone: in person they are a page of the tab of the cases, and no tab that everybody has.
 * Who has the app is told nothing by them: whoever has no role sees the page for reporting in both.
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
