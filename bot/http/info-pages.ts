import type { Contacts } from '../../words/contacts.ts';
import type { WordKey } from '../../words/cards/catalogue.ts';
import { say } from '../../words/cards/say.ts';
import { languages } from '../../concerns/terms/language.ts';
import { escaped } from './html.ts';
import { publicAddress } from './public-shell.ts';

/** The pages that Microsoft asks every app to link to; they open without signing in. `home` stands at `/`. */
export const infoPages = ['home', 'privacy', 'terms'] as const;
export type InfoPage = (typeof infoPages)[number];

const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('');

const words = {
  home: { title: 'pages.homeTitle', text: 'pages.home' },
  privacy: { title: 'pages.privacyTitle', text: 'pages.privacy' },
  terms: { title: 'pages.termsTitle', text: 'pages.terms' },
} as const satisfies Readonly<Record<InfoPage, Readonly<Record<'title' | 'text', WordKey>>>>;

/** The ways to the other pages, named in both languages. */
const links = (page: InfoPage): string =>
  infoPages
    .filter((other) => other !== page)
    .map((other) => {
      const names = languages.map(
        (language) => `<span lang="${language}">${escaped(say(language, words[other].title))}</span>`,
      );
      return `<a href="/${other === 'home' ? '' : other}">${names.join(' / ')}</a>`;
    })
    .join(' · ');

/** The ways to the guidance, each named in its language. */
const guidance = languages
  .map((language) => {
    const title = escaped(say(language, 'public.title'));
    return `<a href="${publicAddress(language)}" lang="${language}" hreflang="${language}">${title}</a>`;
  })
  .join(' · ');

/** One page as HTML, in both languages, one below the other. */
export function infoPage(page: InfoPage, contacts: Contacts): string {
  const parts = languages.map((language) => {
    const title = say(language, words[page].title);
    const values = { force: contacts.forceName[language], custodians: contacts.custodians[language] };
    const text = say(language, words[page].text, values);
    return `<section lang="${language}"><h2>${escaped(title)}</h2>${paragraphs(text)}</section>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Candour</title><style>body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}a{color:#0b57a4}
@media (prefers-color-scheme:dark){body{color:#eee;background:#1b1b1b}a{color:#9cc8ff}}</style></head>
<body><main><h1>Candour</h1>${parts.join('')}</main><nav><p>${guidance}</p><p>${links(page)}</p></nav></body></html>`;
}
