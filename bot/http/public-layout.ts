import { contactUrl } from '../../cards/support-contacts.ts';
import { otherLanguageTitle } from '../../cards/page.ts';
import { type Language, otherLanguage } from '../../core/model/language.ts';
import type { Contacts } from '../../words/contacts.ts';
import type { WordKey } from '../../words/cards/catalogue.ts';
import { translate } from '../../words/cards/translate.ts';
import { createHash } from 'node:crypto';

export const guidancePath = (language: Language, topic?: string): string =>
  `/guidance/${language}${topic === undefined ? '' : `/${topic}`}`;

/** `main` and `more` are escaped HTML. */
interface PublicPage {
  readonly language: Language;
  readonly title: string;
  readonly topic?: string;
  readonly main: string;
  readonly more?: string;
}

const paragraph = (language: Language, key: WordKey): string => `<p>${escapeHtml(translate(language, key))}</p>`;

function emergencyBanner(language: Language, { emergency }: Contacts): string {
  const heading = escapeHtml(translate(language, 'common.dangerHeading', { emergency }));
  const address = contactUrl(emergency);
  return `<p class="danger">${address === undefined ? heading : `<a href="${escapeHtml(address)}">${heading}</a>`}</p>`;
}

const quickExitNav = (language: Language, { quickExit }: Contacts): string =>
  `<nav class="leaving" aria-label="${escapeHtml(translate(language, 'public.leaving'))}">
<a href="${escapeHtml(quickExit)}" rel="noreferrer nofollow">${escapeHtml(translate(language, 'public.leave'))}</a>
</nav>`;

/** It has a style and no script; it loads nothing. */
export function publicPageHtml({ language, title, topic, main, more }: PublicPage, contacts: Contacts): string {
  const other = otherLanguage(language);
  const force = escapeHtml(contacts.forceName[language]);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)} – ${force}</title>
<style>${publicStyle}</style>
</head>
<body>
<a class="skip" href="#main">${escapeHtml(translate(language, 'public.skip'))}</a>
${quickExitNav(language, contacts)}
<header>
<p>${force}</p>
<p><a href="#device">${escapeHtml(translate(language, 'public.stays'))}</a></p>
<p><a href="${guidancePath(other, topic)}" hreflang="${other}" lang="${other}">${escapeHtml(otherLanguageTitle(language))}</a></p>
</header>
<main id="main">
${emergencyBanner(language, contacts)}
<h1>${escapeHtml(title)}</h1>
${main}
</main>
${more === undefined ? '' : `<nav class="more" aria-label="${escapeHtml(translate(language, 'public.more'))}">${more}</nav>`}
<footer id="device">
<h2>${escapeHtml(translate(language, 'public.deviceHeading'))}</h2>
${paragraph(language, 'public.device')}
${paragraph(language, 'public.history')}
${paragraph(language, 'public.network')}
</footer>
</body>
</html>
`;
}

/** Inside each page, so that nothing else is loaded. */
export const publicStyle = `
:root{color-scheme:light dark;--text:#1b1f24;--page:#fff;--soft:#f3f5f8;--line:#c3cad3;--link:#0b4fa0;--danger:#8f1d1d;--leave:#1b1f24;--leave-text:#fff}
@media (prefers-color-scheme:dark){:root{--text:#eceff3;--page:#15181c;--soft:#20252b;--line:#4a525c;--link:#9cc8ff;--danger:#ffb4ab;--leave:#eceff3;--leave-text:#15181c}}
*{box-sizing:border-box}
html{scroll-padding-top:4.5rem}
body{margin:0;font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",sans-serif;color:var(--text);background:var(--page);overflow-wrap:break-word}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-100vw}
.skip:focus{position:static;display:block;padding:.75rem 1rem}
.leaving{padding:8px 16px;background:var(--soft);border-bottom:1px solid var(--line)}
@media (min-height:26rem){.leaving{position:sticky;top:0}}
.leaving a{display:inline-flex;align-items:center;min-height:44px;padding:4px 16px;line-height:1.2;border:1px solid;border-radius:.25rem;background:var(--leave);color:var(--leave-text);text-decoration:none;font-weight:600}
header,main,.more,footer{max-width:42rem;margin:0 auto;padding:0 1rem}
header{display:flex;flex-wrap:wrap;gap:0 1rem;align-items:baseline;padding-top:.75rem}
header p:first-child{flex-grow:1}
header p{margin:0}
header a{display:inline-block;padding:.4rem 0}
h1{font-size:1.75rem;line-height:1.25;margin:1rem 0}
h2{font-size:1.25rem;line-height:1.3;margin:2rem 0 .5rem}
p,ul{margin:.75rem 0}
ul{padding-left:1.25rem}
li{margin:.4rem 0}
.danger{margin:1rem 0;padding:.75rem 1rem;border:2px solid var(--danger);border-radius:.25rem;font-weight:600}
.danger,.danger a{color:var(--danger)}
.note{padding:.75rem 1rem;background:var(--soft);border-left:.25rem solid var(--line)}
.note p{margin:.25rem 0}
.way{margin:-.5rem 0 1rem}
.way a{display:inline-block;padding:.4rem 0;font-weight:600}
.list{list-style:none;padding:0}
.list li{margin:0}
.list a{display:inline-block;padding:.5rem 0}
.small{font-size:.9375rem}
.more{margin-top:2rem;border-top:1px solid var(--line)}
footer{margin-top:2rem;padding-bottom:2rem;border-top:1px solid var(--line);font-size:.9375rem}
@media (forced-colors:active){.leaving a{background:Canvas;color:LinkText;border-color:LinkText}}
@media print{.skip,.leaving,.more,header a,footer{display:none}body{font-size:11pt;color:#000;background:#fff}.note,.danger{background:none}a{color:#000}}
`;

export const publicStyleDigest = `'sha256-${createHash('sha256').update(publicStyle).digest('base64')}'`;

/** This style by its digest and nothing else; no frames, no forms. */
export const publicCsp = [
  "default-src 'none'",
  `style-src ${publicStyleDigest}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** `no-store` is on every answer of this server. */
export const publicHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': publicCsp,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/gu, (symbol) => `&#${symbol.codePointAt(0) ?? 0};`);
