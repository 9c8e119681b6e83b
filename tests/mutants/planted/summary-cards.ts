import type { Mutant } from '../mutant.ts';

export const onSummaryCards: readonly Mutant[] = [
  {
    name: 'whoever has a card of a summary may press on, whatever role they hold now',
    promise: 'access',
    file: 'bot/doors/weekly-summary.ts',
    find: 'if (!audiences.includes(audience)) return refusal(language);',
    put: 'if (audiences.length < 0) return refusal(language);',
    tests: ['tests/access/roles.test.ts', 'tests/bot/doors/weekly-summary.test.ts'],
  },
  {
    name: 'whoever may pull one summary may choose any other',
    promise: 'access',
    file: 'bot/doors/weekly-summary.ts',
    find: 'const audience = audiences.find((one) => one === wanted);',
    put: "const audience = audiences.find((one) => one === wanted) ?? (audiences.length > 0 ? 'acu' : undefined);",
    tests: ['tests/access/roles.test.ts'],
  },
  {
    name: 'a week that is hidden is drawn as one without reports',
    promise: 'figures',
    file: 'summary/pages/sparkline.ts',
    find: 'if (number === undefined) return gap;',
    put: 'if (number === undefined) return zero;',
    tests: ['tests/summary/pages/sparkline.test.ts', 'tests/summary/pages/summary-pages.test.ts'],
  },
  {
    name: 'figures are pulled in a channel, where others read them',
    promise: 'access',
    file: 'bot/doors/teams/among-others.ts',
    find: "if (asksForFigures(action)) return 'notice.summaryElsewhere';",
    put: "if (asksForFigures(action)) return action.language === 'cy' ? 'notice.summaryElsewhere' : undefined;",
    tests: ['tests/access/roles.test.ts', 'tests/bot/doors/weekly-summary.test.ts'],
  },
  {
    name: 'figures are said in a chat of several people',
    promise: 'access',
    file: 'bot/teams/channel.ts',
    find: "conversation.conversationType === 'personal';",
    put: "conversation.conversationType !== 'channel';",
    tests: ['tests/bot/doors/weekly-summary.test.ts'],
  },
  {
    name: 'what is posted into a channel can be pressed there for more',
    promise: 'access',
    file: 'summary/pages/overview-page.ts',
    find: '  ...said(summary),\n  actions: linksTo(summary, links),',
    put: '  ...overviewPage(summary, links),\n  progress: said(summary).heading,',
    tests: ['tests/summary/pages/summary-pages.test.ts'],
  },
];
