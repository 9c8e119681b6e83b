import type { Mutant } from '../mutant.ts';

export const inAlerts: readonly Mutant[] = [
  {
    name: 'an answer without ids is kept as a post',
    promise: 'alerted',
    file: 'bot/alerts/channel-connection.ts',
    find: 'const place = placeSchema.safeParse(answer).data;',
    put: 'const place: any = answer;',
    tests: ['tests/bot/alerts/any-answer.test.ts'],
  },
  {
    name: 'an alert that cannot be read stops the others',
    promise: 'alerted',
    file: 'storage/readable.ts',
    find: 'const unreadable = rows.length - values.length;',
    put: "const unreadable = rows.length - values.length;\n    if (unreadable > 0) throw new Error('broken');",
    tests: ['tests/bot/alerts/any-answer.test.ts'],
  },
  {
    name: 'alerts that cannot be read stand before the others',
    promise: 'alerted',
    file: 'storage/readable.ts',
    find: 'if (values.length >= limit || rows.length < asked)',
    put: 'if (asked > 0)',
    tests: ['tests/bot/alerts/any-answer.test.ts'],
  },
  {
    name: 'nobody is told of an alert that cannot be read',
    promise: 'alerted',
    file: 'bot/alerts/set-aside-desk.ts',
    find: 'if (isMore) deps.onNew();',
    put: '',
    tests: ['tests/bot/alerts/set-aside.test.ts'],
  },
];
