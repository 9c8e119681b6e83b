import type { Mutant } from '../mutant.ts';

const atThePage = 'tests/browser/tab/replies.test.ts';

export const inReplies: readonly Mutant[] = [
  {
    name: 'a reply that was chosen counts as confirmed',
    promise: 'truthful',
    file: 'tab/case/composer.tsx',
    find: 'unconfirm();\n        }}\n        onAnswered',
    put: 'setConfirmed(true);\n        }}\n        onAnswered',
    tests: [atThePage],
  },
  {
    name: 'a reply takes the place of words that somebody typed',
    promise: 'durable',
    file: 'tab/case/reply-choice.tsx',
    find: 'if (isBlank(text) || standing !== undefined) put(chosen.text);',
    put: 'if (isBlank(text) || standing !== undefined || text.length > 0) put(chosen.text);',
    tests: [atThePage],
  },
  {
    name: 'a reply is in the language of whoever handles the case',
    promise: 'both languages',
    file: 'tab/case/composer.tsx',
    find: '        language={language}\n',
    put: "        language={language === 'cy' ? 'en' : 'cy'}\n",
    tests: [atThePage],
  },
  {
    name: 'replies are handed out before counsel has agreed to messages',
    promise: 'access',
    file: 'bot/api/operations.ts',
    find: 'const mayWrite = handles.length > 0 && casework.messages;',
    put: 'const mayWrite = handles.length > 0;',
    tests: ['tests/access/replies.test.ts'],
  },
  {
    name: 'a reply that stands in one language alone is taken',
    promise: 'both languages',
    file: 'bot/settings/reply-settings.ts',
    find: 'en === undefined && cy === undefined ? [] : [[reply, { en, cy }] as const]',
    put: 'en === undefined || cy === undefined ? [] : [[reply, { en, cy }] as const]',
    tests: ['tests/bot/settings/reply-settings.test.ts'],
  },
];
