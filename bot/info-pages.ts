import type { Contacts } from '../cards/contacts.ts';
import { say } from '../cards/words/say.ts';
import { languages } from '../concerns/language.ts';

/** The pages that Microsoft asks every app to link to; they open without signing in. */
export const infoPages = ['privacy', 'terms'] as const;
export type InfoPage = (typeof infoPages)[number];

const escaped = (text: string): string => text.replace(/[&<>"']/gu, (symbol) => `&#${symbol.codePointAt(0) ?? 0};`);

const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('');

/** One page as HTML, in both languages, one below the other. */
export function infoPage(page: InfoPage, contacts: Contacts): string {
  const parts = languages.map((language) => {
    const values = { force: contacts.forceName[language] };
    const title = page === 'privacy' ? say(language, 'pages.privacyTitle') : say(language, 'pages.termsTitle');
    const text = page === 'privacy' ? say(language, 'pages.privacy', values) : say(language, 'pages.terms', values);
    return `<section lang="${language}"><h2>${escaped(title)}</h2>${paragraphs(text)}</section>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Candour</title><style>body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
@media (prefers-color-scheme:dark){body{color:#eee;background:#1b1b1b}}</style></head>
<body><main><h1>Candour</h1>${parts.join('')}</main></body></html>`;
}
