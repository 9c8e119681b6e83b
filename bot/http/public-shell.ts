import { contactAddress } from '../../cards/contact-address.ts';
import { languageTitle } from '../../cards/action.ts';
import { type Language, otherLanguage } from '../../concerns/terms/language.ts';
import type { Contacts } from '../../words/contacts.ts';
import type { WordKey } from '../../words/cards/catalogue.ts';
import { say } from '../../words/cards/say.ts';
import { escaped } from './html.ts';
import { publicStyle } from './public-style.ts';

export const publicAddress = (language: Language, topic?: string): string =>
  `/guidance/${language}${topic === undefined ? '' : `/${topic}`}`;

/** `main` and `more` are escaped HTML. */
export interface PublicPage {
  readonly language: Language;
  readonly title: string;
  readonly topic?: string;
  readonly main: string;
  readonly more?: string;
}

const paragraph = (language: Language, key: WordKey): string => `<p>${escaped(say(language, key))}</p>`;

function danger(language: Language, { emergency }: Contacts): string {
  const said = escaped(say(language, 'common.dangerHeading', { emergency }));
  const address = contactAddress(emergency);
  return `<p class="danger">${address === undefined ? said : `<a href="${escaped(address)}">${said}</a>`}</p>`;
}

/** For someone who has to leave at once; beside it, what it leaves behind. */
const leaving = (language: Language, { quickExit }: Contacts): string =>
  `<nav class="leaving" aria-label="${escaped(say(language, 'public.leaving'))}">
<a href="${escaped(quickExit)}" rel="noreferrer nofollow">${escaped(say(language, 'public.leave'))}</a>
</nav>`;

/** A public page with a style and no script; it loads nothing. */
export function publicPage({ language, title, topic, main, more }: PublicPage, contacts: Contacts): string {
  const other = otherLanguage(language);
  const force = escaped(contacts.forceName[language]);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)} – ${force}</title>
<style>${publicStyle}</style>
</head>
<body>
<a class="skip" href="#main">${escaped(say(language, 'public.skip'))}</a>
${leaving(language, contacts)}
<header>
<p>${force}</p>
<p><a href="#device">${escaped(say(language, 'public.stays'))}</a></p>
<p><a href="${publicAddress(other, topic)}" hreflang="${other}" lang="${other}">${escaped(languageTitle(language))}</a></p>
</header>
<main id="main">
${danger(language, contacts)}
<h1>${escaped(title)}</h1>
${main}
</main>
${more === undefined ? '' : `<nav class="more" aria-label="${escaped(say(language, 'public.more'))}">${more}</nav>`}
<footer id="device">
<h2>${escaped(say(language, 'public.deviceHeading'))}</h2>
${paragraph(language, 'public.device')}
${paragraph(language, 'public.history')}
${paragraph(language, 'public.network')}
</footer>
</body>
</html>
`;
}
