import { otherLanguageTitle } from '../../cards/page.ts';
import { contactUrl } from '../../cards/support-contacts.ts';
import { type Language, languages, otherLanguage } from '../../core/model/language.ts';
import type { WordKey } from '../../words/cards/catalogue.ts';
import { translate } from '../../words/cards/translate.ts';
import type { Contacts } from '../../words/contacts.ts';
import { escapeHtml, guidancePath, publicStyle } from './public-layout.ts';

/** Microsoft asks every app to link to these. `home` is at `/`. */
export const infoPages = ['home', 'privacy', 'terms', 'support'] as const;
type InfoPage = (typeof infoPages)[number];

export const infoPagePath = (page: InfoPage): string => (page === 'home' ? '/' : `/${page}`);

const titles = {
  home: 'pages.homeTitle',
  privacy: 'pages.privacyTitle',
  terms: 'pages.termsTitle',
  support: 'pages.supportTitle',
} as const satisfies Readonly<Record<InfoPage, WordKey>>;

interface PageContext {
  readonly language: Language;
  readonly contacts: Contacts;
}

const pageText = (key: WordKey, { language, contacts }: PageContext): string =>
  translate(language, key, {
    force: contacts.forceName[language],
    custodians: contacts.custodians[language],
    emergency: contacts.emergency,
  });

const paragraphs = (key: WordKey, context: PageContext): string =>
  pageText(key, context)
    .split('\n')
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('');

const heading = (key: WordKey, context: PageContext): string => `<h3>${escapeHtml(pageText(key, context))}</h3>`;

function contactParagraph(text: string): string {
  const address = contactUrl(text);
  const shown = escapeHtml(text);
  return `<p>${address === undefined ? shown : `<a href="${escapeHtml(address)}" rel="noreferrer">${shown}</a>`}</p>`;
}

const regulatorUrl = 'https://ico.org.uk';

const pageSections: Readonly<Record<InfoPage, (spoken: PageContext) => readonly string[]>> = {
  home: (spoken) => [paragraphs('pages.home', spoken)],
  privacy: (spoken) => [
    paragraphs('pages.privacy', spoken),
    heading('pages.keptHeading', spoken),
    paragraphs('pages.kept', spoken),
    heading('pages.safeHeading', spoken),
    paragraphs('pages.safe', spoken),
    heading('pages.rightsHeading', spoken),
    paragraphs('pages.rights', spoken),
    ...(spoken.contacts.dataProtection === undefined
      ? []
      : [contactParagraph(spoken.contacts.dataProtection[spoken.language])]),
    paragraphs('pages.regulator', spoken),
    contactParagraph(regulatorUrl),
  ],
  terms: (spoken) => [paragraphs('pages.terms', spoken)],
  support: (spoken) => [
    paragraphs('pages.support', spoken),
    heading('pages.supportHeading', spoken),
    paragraphs('pages.supportAsk', spoken),
    spoken.contacts.support === undefined
      ? paragraphs('pages.supportUsual', spoken)
      : contactParagraph(spoken.contacts.support[spoken.language]),
    `<p><a href="${guidancePath(spoken.language, 'ways')}">${escapeHtml(pageText('pages.supportOther', spoken))}</a></p>`,
  ],
};

const pageLinks = (page: InfoPage): string =>
  languages
    .map((language) => {
      const others = infoPages.filter((other) => other !== page);
      const links = [
        ...others.map(
          (other) =>
            `<a href="${infoPagePath(other)}#${language}">${escapeHtml(translate(language, titles[other]))}</a>`,
        ),
        `<a href="${guidancePath(language)}">${escapeHtml(translate(language, 'public.title'))}</a>`,
      ];
      return `<ul class="list" lang="${language}">${links.map((link) => `<li>${link}</li>`).join('')}</ul>`;
    })
    .join('\n');

export function infoPageHtml(page: InfoPage, contacts: Contacts): string {
  const parts = languages.map((language) => {
    const spoken = { language, contacts };
    return `<section lang="${language}" id="${language}">
<h2>${escapeHtml(translate(language, titles[page]))}</h2>
${pageSections[page](spoken).join('\n')}
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
<title>${escapeHtml(languages.map((language) => translate(language, titles[page])).join(' / '))} – Candour</title>
<style>${publicStyle}</style>
</head>
<body>
<a class="skip" href="#main">${escapeHtml(translate(first, 'public.skip'))}</a>
<header>
<p>${escapeHtml(contacts.forceName[first])}</p>
<p><a href="#${other}" lang="${other}">${escapeHtml(otherLanguageTitle(first))}</a></p>
</header>
<main id="main">
<h1>Candour</h1>
${parts.join('\n')}
</main>
<nav class="more" aria-label="Candour">
${pageLinks(page)}
</nav>
</body>
</html>
`;
}
