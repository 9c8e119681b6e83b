import { type Language, languages } from '../concerns/terms/language.ts';
import { developmentThemes } from '../contract/development-messages.ts';
import { developmentPeople } from './people.ts';
import { teamsHostWords } from './teams-host-words.ts';

/** Answers the tab: see contract/development-messages.ts. Keeps nothing, and shows no token. */
const script = `
const [frame, person, theme] = ['frame', 'person', 'theme'].map((id) => document.getElementById(id));
const asked = new URLSearchParams(location.search).get('page');
const subPage = /^(report|comeBack|(summaries|files):[\\w-]{1,24})$/.test(asked) ? asked : '';
const send = (message) => frame.contentWindow.postMessage(message, location.origin);
const context = () => send({
  candour: 'context',
  theme: theme.value,
  locale: document.documentElement.lang === 'cy' ? 'cy-gb' : 'en-gb',
  subPage,
});
async function tokenOf(name) {
  const response = await fetch('/development/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: name }),
  });
  return response.ok ? (await response.json()).token : undefined;
}
addEventListener('message', async ({ source, origin, data }) => {
  if (source !== frame.contentWindow || origin !== location.origin) return;
  if (data.candour === 'ready') context();
  if (data.candour !== 'tokenWanted') return;
  const token = await tokenOf(person.value).catch(() => undefined);
  send({ candour: 'token', id: data.id, token });
});
theme.addEventListener('change', context);
person.addEventListener('change', () => frame.contentWindow.location.reload());
frame.src = '/tab/';
`;

const style = `
body { margin: 0; display: flex; flex-direction: column; height: 100vh; font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: baseline; padding: .5rem 1rem; border-bottom: 1px solid #767676 }
h1 { font-size: 1rem; margin: 0 }
p { margin: 0 }
select { font: inherit }
a { color: #0b57a4 }
iframe { flex: 1; border: 0; width: 100% }
`;

const options = (names: Readonly<Record<string, string>>, order: readonly string[]): string =>
  order.map((value) => `<option value="${value}">${names[value] ?? ''}</option>`).join('');

const names: Readonly<Record<Language, string>> = { en: 'English', cy: 'Cymraeg' };

/** Stands in for Teams around the tab; `nonce` allows its own script and style. */
export function teamsHostPage(language: Language, nonce: string): string {
  const words = teamsHostWords[language];
  const others = languages
    .filter((other) => other !== language)
    .map(
      (other) =>
        `<a href="/development/teams?language=${other}" lang="${other}" hreflang="${other}">${names[other]}</a>`,
    );
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${words.title}</title>
<style nonce="${nonce}">${style}</style></head>
<body><header><h1>${words.title}</h1>
<label>${words.person} <select id="person">${options(words.people, Object.keys(developmentPeople))}</select></label>
<label>${words.theme} <select id="theme">${options(words.themes, developmentThemes)}</select></label>
<nav aria-label="${words.language}">${others.join(' ')}</nav>
<p>${words.warning}</p></header>
<iframe id="frame" title="${words.frame}"></iframe>
<script nonce="${nonce}">${script}</script></body></html>`;
}
