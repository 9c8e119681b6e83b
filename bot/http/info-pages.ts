import { languageTitle } from '../../cards/page.ts';
import { contactAddress } from '../../cards/support-links.ts';
import { type Language, languages, otherLanguage } from '../../core/model/language.ts';
import type { WordKey } from '../../words/cards/catalogue.ts';
import { say } from '../../words/cards/translate.ts';
import type { Contacts } from '../../words/contacts.ts';
import { escaped, publicAddress, publicStyle } from './public-layout.ts';

/** The pages that Microsoft asks every app to link to, without signing in. `home` is at `/`. */
export const infoPages = ['home', 'privacy', 'terms', 'support'] as const;
type InfoPage = (typeof infoPages)[number];

export const infoAddress = (page: InfoPage): string => (page === 'home' ? '/' : `/${page}`);

const titles = {
  home: 'pages.homeTitle',
  privacy: 'pages.privacyTitle',
  terms: 'pages.termsTitle',
  support: 'pages.supportTitle',
} as const satisfies Readonly<Record<InfoPage, WordKey>>;

interface Spoken {
  readonly language: Language;
  readonly contacts: Contacts;
}

const said = (key: WordKey, { language, contacts }: Spoken): string =>
  say(language, key, {
    force: contacts.forceName[language],
    custodians: contacts.custodians[language],
    emergency: contacts.emergency,
  });

const paragraphs = (key: WordKey, spoken: Spoken): string =>
  said(key, spoken)
    .split('\n')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('');

const heading = (key: WordKey, spoken: Spoken): string => `<h3>${escaped(said(key, spoken))}</h3>`;

function way(text: string): string {
  const address = contactAddress(text);
  const shown = escaped(text);
  return `<p>${address === undefined ? shown : `<a href="${escaped(address)}" rel="noreferrer">${shown}</a>`}</p>`;
}

const regulator = 'https://ico.org.uk';

const texts: Readonly<Record<InfoPage, (spoken: Spoken) => readonly string[]>> = {
  home: (spoken) => [paragraphs('pages.home', spoken)],
  privacy: (spoken) => [
    paragraphs('pages.privacy', spoken),
    heading('pages.keptHeading', spoken),
    paragraphs('pages.kept', spoken),
    heading('pages.safeHeading', spoken),
    paragraphs('pages.safe', spoken),
    heading('pages.rightsHeading', spoken),
    paragraphs('pages.rights', spoken),
    ...(spoken.contacts.dataProtection === undefined ? [] : [way(spoken.contacts.dataProtection[spoken.language])]),
    paragraphs('pages.regulator', spoken),
    way(regulator),
  ],
  terms: (spoken) => [paragraphs('pages.terms', spoken)],
  support: (spoken) => [
    paragraphs('pages.support', spoken),
    heading('pages.supportHeading', spoken),
    paragraphs('pages.supportAsk', spoken),
    spoken.contacts.support === undefined
      ? paragraphs('pages.supportUsual', spoken)
      : way(spoken.contacts.support[spoken.language]),
    `<p><a href="${publicAddress(spoken.language, 'ways')}">${escaped(said('pages.supportOther', spoken))}</a></p>`,
  ],
};

const ways = (page: InfoPage): string =>
  languages
    .map((language) => {
      const others = infoPages.filter((other) => other !== page);
      const links = [
        ...others.map(
          (other) => `<a href="${infoAddress(other)}#${language}">${escaped(say(language, titles[other]))}</a>`,
        ),
        `<a href="${publicAddress(language)}">${escaped(say(language, 'public.title'))}</a>`,
      ];
      return `<ul class="list" lang="${language}">${links.map((link) => `<li>${link}</li>`).join('')}</ul>`;
    })
    .join('\n');

/** In both languages, with a style and no script; it loads nothing. */
export function infoPage(page: InfoPage, contacts: Contacts): string {
  const parts = languages.map((language) => {
    const spoken = { language, contacts };
    return `<section lang="${language}" id="${language}">
<h2>${escaped(say(language, titles[page]))}</h2>
${texts[page](spoken).join('\n')}
</section>`;
  });
  const [first] = languages;
  const other = otherLanguage(first);
  return `<!doctype html>
<html lang="${first}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(languages.map((language) => say(language, titles[page])).join(' / '))} – Candour</title>
<style>${publicStyle}</style>
</head>
<body>
<a class="skip" href="#main">${escaped(say(first, 'public.skip'))}</a>
<header>
<p>${escaped(contacts.forceName[first])}</p>
<p><a href="#${other}" lang="${other}">${escaped(languageTitle(first))}</a></p>
</header>
<main id="main">
<h1>Candour</h1>
${parts.join('\n')}
</main>
<nav class="more" aria-label="Candour">
${ways(page)}
</nav>
</body>
</html>
`;
}
