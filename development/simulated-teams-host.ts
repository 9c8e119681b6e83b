import { parseJsonWithSchema } from '../core/model/parse-json.ts';
import { randomBytes } from 'node:crypto';
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTVerifyGetKey, SignJWT } from 'jose';
import type { Server } from 'restify';
import { z } from 'zod';
import { readRequestBody } from '../bot/http/restify-server.ts';
import { tabHosts } from '../bot/config/tab-hosts.ts';
import type { Clock } from '../core/model/calendar.ts';
import { type Language, languages } from '../core/model/language.ts';
import { type DevelopmentTheme, developmentThemes } from '../contract/development-messages.ts';
import { developmentPeople, type DevelopmentPerson, tabUsers } from './development-tenant.ts';

/** Answers this machine alone (restrict-to-loopback.ts). */
interface TeamsHost {
  readonly serve: (server: Server) => void;
}

const isDevelopmentPerson = (name: string): name is DevelopmentPerson => Object.hasOwn(developmentPeople, name);
const bodySchema = z.strictObject({ person: z.string().refine(isDevelopmentPerson) });
const tokenRequestLimits = { bytes: 1_024, patienceMs: 5_000 };

/** `GET /development/teams`, and `POST /development/token` for the person chosen there. For development only. */
export const createSimulatedTeamsHost = (getToken: (person: DevelopmentPerson) => Promise<string>): TeamsHost => ({
  serve(server) {
    const notHere = { code: 'notAnswered' };
    server.get('/development/teams', async (request, response) => {
      const nonce = randomBytes(16).toString('base64');
      const language = new URLSearchParams(request.getQuery()).get('language') === 'cy' ? 'cy' : 'en';
      const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; frame-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
      response.setHeader('Content-Security-Policy', policy);
      response.sendRaw(200, teamsHostPage(language, nonce), { 'Content-Type': 'text/html; charset=utf-8' });
    });
    server.post('/development/token', async (request, response) => {
      const body = await readRequestBody(request, tokenRequestLimits);
      const person = body.kind === 'text' ? parseJsonWithSchema(bodySchema, body.text)?.person : undefined;
      if (person === undefined) {
        response.send(404, notHere);
        return;
      }
      response.send(200, { token: await getToken(person) });
    });
  },
});

/** Answers the tab: contract/development-messages.ts. Stores nothing, and shows no token. */
const hostScript = `
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

const hostStyle = `
body { margin: 0; display: flex; flex-direction: column; height: 100vh; font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: baseline; padding: .5rem 1rem; border-bottom: 1px solid #767676 }
h1 { font-size: 1rem; margin: 0 }
p { margin: 0 }
select { font: inherit }
a { color: #0b57a4 }
iframe { flex: 1; border: 0; width: 100% }
`;

const renderOptions = (names: Readonly<Record<string, string>>, order: readonly string[]): string =>
  order.map((value) => `<option value="${value}">${names[value] ?? ''}</option>`).join('');

const languageNames: Readonly<Record<Language, string>> = { en: 'English', cy: 'Cymraeg' };

/** `nonce` allows the page's own script and style. */
function teamsHostPage(language: Language, nonce: string): string {
  const words = teamsHostWords[language];
  const others = languages
    .filter((other) => other !== language)
    .map(
      (other) =>
        `<a href="/development/teams?language=${other}" lang="${other}" hreflang="${other}">${languageNames[other]}</a>`,
    );
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${words.title}</title>
<style nonce="${nonce}">${hostStyle}</style></head>
<body><header><h1>${words.title}</h1>
<label>${words.person} <select id="person">${renderOptions(words.people, Object.keys(developmentPeople))}</select></label>
<label>${words.theme} <select id="theme">${renderOptions(words.themes, developmentThemes)}</select></label>
<nav aria-label="${words.language}">${others.join(' ')}</nav>
<p>${words.warning}</p></header>
<iframe id="frame" title="${words.frame}"></iframe>
<script nonce="${nonce}">${hostScript}</script></body></html>`;
}

interface TeamsHostWords {
  readonly title: string;
  readonly warning: string;
  readonly person: string;
  readonly theme: string;
  readonly language: string;
  readonly frame: string;
  readonly people: Readonly<Record<DevelopmentPerson, string>>;
  readonly themes: Readonly<Record<DevelopmentTheme, string>>;
}

export const teamsHostWords: Readonly<Record<Language, TeamsHostWords>> = {
  en: {
    title: 'Candour in a stand-in for Teams',
    warning: 'For development on this machine only. Anyone here can be anyone: type nothing real.',
    person: 'Person',
    theme: 'Theme',
    language: 'Language',
    frame: 'Candour’s tab',
    people: {
      staff: 'Staff member, without a role',
      handler: 'ACU handler',
      secondHandler: 'Second ACU handler',
      custodian: 'Identity custodian',
      secondCustodian: 'Second identity custodian',
      reserve: 'Reserve handler',
      secondReserve: 'Second reserve handler',
      admin: 'Admin',
      summaryReader: 'Summary reader',
      writer: 'Writer of guidance',
      secondWriter: 'Second writer of guidance',
      supervisor: 'Supervisor of the unit',
    },
    themes: { default: 'Light', dark: 'Dark', contrast: 'High contrast' },
  },
  cy: {
    title: 'Candour mewn tudalen sy’n cymryd lle Teams',
    warning:
      'Ar gyfer datblygu ar y peiriant hwn yn unig. Gall unrhyw un yma fod yn unrhyw un: peidiwch â theipio dim byd go iawn.',
    person: 'Person',
    theme: 'Thema',
    language: 'Iaith',
    frame: 'Tab Candour',
    people: {
      staff: 'Aelod o staff, heb rôl',
      handler: 'Swyddog achosion yr Uned Wrthlygredd',
      secondHandler: 'Ail swyddog achosion yr Uned Wrthlygredd',
      custodian: 'Ceidwad hunaniaeth',
      secondCustodian: 'Ail geidwad hunaniaeth',
      reserve: 'Swyddog wrth gefn',
      secondReserve: 'Ail swyddog wrth gefn',
      admin: 'Gweinyddwr',
      summaryReader: 'Darllenydd crynodebau',
      writer: 'Awdur canllawiau',
      secondWriter: 'Ail awdur canllawiau',
      supervisor: 'Goruchwyliwr yr uned',
    },
    themes: { default: 'Golau', dark: 'Tywyll', contrast: 'Cyferbyniad uchel' },
  },
};

/** As Entra does, for development's people, by a key of this process alone. */
interface TabTokenIssuer {
  readonly keys: JWTVerifyGetKey;
  token(person: DevelopmentPerson): Promise<string>;
}

const keyId = 'development';
const tokenLifetimeSeconds = 3_600;

export async function createTabTokenIssuer(tenantId: string, clientId: string, clock: Clock): Promise<TabTokenIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const published = { ...(await exportJWK(publicKey)), kid: keyId, alg: 'RS256', use: 'sig' };
  return {
    keys: createLocalJWKSet({ keys: [published] }),
    token(person) {
      const now = Math.floor(clock().getTime() / 1_000);
      const { name, roles } = tabUsers[person];
      return new SignJWT({
        oid: developmentPeople[person],
        tid: tenantId,
        ver: '2.0',
        scp: 'access_as_user',
        azp: tabHosts.teams.clients[0],
        name,
        roles: [...roles],
      })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: keyId })
        .setIssuer(`https://login.microsoftonline.com/${tenantId}/v2.0`)
        .setAudience(clientId)
        .setSubject(developmentPeople[person])
        .setIssuedAt(now)
        .setNotBefore(now)
        .setExpirationTime(now + tokenLifetimeSeconds)
        .sign(privateKey);
    },
  };
}
