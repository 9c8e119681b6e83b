import { describe, expect, it } from '@jest/globals';
import { publicCsp } from '../../../bot/http/public-layout.ts';
import { languages, otherLanguage } from '../../../core/model/language.ts';
import { translate } from '../../../words/cards/translate.ts';
import { topicTitle, topicIds } from '../../support/guidance/built-in-topics.ts';
import { rawRequest } from '../../support/http/raw-request.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { setUpSharedBot } from '../../support/journeys/set-up-bot.ts';

const bot = setUpSharedBot({
  entryPoint: 'dialog',
  environment: { IOPC_CONTACT: '0300 020 0096', VICTIMS_PHONE: '0300 123 2133' },
});

const port = () => Number(new URL(bot.endpoint()).port);
const get = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(new URL(path, bot.endpoint()), { redirect: 'manual', ...init });
  return { status: response.status, headers: response.headers, body: await response.text() };
};
/** Every address that there is. */
const addresses = languages.flatMap((language) => [
  `/guidance/${language}`,
  ...topicIds.map((topic) => `/guidance/${language}/${topic}`),
]);
const escaped = (text: string) => text.replaceAll('&', '&#38;').replaceAll('"', '&#34;');

describe('the guidance for everybody', () => {
  it.each(languages.flatMap((language) => topicIds.map((topic) => [language, topic] as const)))(
    'is there in %s on "%s", and in the other language one press away',
    async (language, topic) => {
      const { status, body } = await get(`/guidance/${language}/${topic}`);
      expect(status).toBe(200);
      expect(body).toContain(`<html lang="${language}">`);
      expect(body.match(/<h1>/gu)).toHaveLength(1);
      expect(body).toContain(`<h1>${escaped(topicTitle(language, topic))}</h1>`);
      const other = otherLanguage(language);
      expect(body).toContain(`<a href="/guidance/${other}/${topic}" hreflang="${other}" lang="${other}">`);
      expect(body).toContain(
        escaped(translate(language, 'public.topicNote', { force: bot.settings.contacts.forceName[language] })),
      );
    },
  );

  it.each(languages)('begins in %s with a page for whoever comes from outside', async (language) => {
    const { status, body } = await get(`/guidance/${language}`);
    expect(status).toBe(200);
    for (const key of ['public.you', 'public.youTime', 'public.history', 'public.network'] as const)
      expect(body).toContain(escaped(translate(language, key)));
    for (const topic of topicIds) expect(body).toContain(`href="/guidance/${language}/${topic}"`);
    for (const number of ['tel:999', 'tel:08088010800', 'tel:08000850000', 'tel:03000200096', 'tel:03001232133'])
      expect(body).toContain(`href="${number}"`);
  });

  it('says 999 before anything else, and has the way out in sight before that', async () => {
    for (const address of addresses) {
      const { body } = await get(address);
      const places = ['class="leaving"', 'tel:999', '<h1>'].map((part) => body.indexOf(part));
      expect(places.every((place) => place > 0)).toBe(true);
      expect(places).toEqual(places.toSorted((one, other) => one - other));
      expect(body).toContain('href="https://www.bbc.co.uk/weather" rel="noreferrer nofollow"');
    }
  });

  it('sets no cookie, has no script or form, and lets nothing be loaded, kept, framed or told', async () => {
    for (const address of [...addresses, '/guidance/en/gone', '/guidance/fr']) {
      const { headers, body } = await get(address);
      expect(headers.get('set-cookie')).toBeNull();
      expect(headers.get('content-security-policy')).toBe(publicCsp);
      expect(publicCsp).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; base-uri 'none'/u);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(headers.get('etag')).toBeNull();
      expect(body).not.toMatch(/<script|<form|<iframe|<img|<link|\bon\w+=|style=|javascript:/iu);
      // Nothing but links leads elsewhere, and each tells nothing of where its reader comes from.
      for (const [link] of body.matchAll(/<a [^>]*href="https[^>]*>/gu)) expect(link).toContain('noreferrer');
      expect(body).not.toMatch(/(?:src|url|@import)\s*[=(]/u);
    }
  });

  it('is answered without its text where only the head is asked for', async () => {
    for (const address of addresses.slice(0, 3)) {
      const answer = await rawRequest(port(), `HEAD ${address} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 200 /u);
      expect(answer).toContain(publicCsp);
      expect(answer.split('\r\n\r\n')[1]).toBe('');
    }
  });

  it('begins in the language that a browser asks for first', async () => {
    const asked = async (language: string) => {
      const { status, headers } = await get('/guidance', { headers: { 'accept-language': language } });
      return [status, headers.get('location'), headers.get('set-cookie')];
    };
    expect(await asked('cy-GB,en;q=0.8')).toEqual([303, '/guidance/cy', null]);
    expect(await asked('en-GB,cy;q=0.8')).toEqual([303, '/guidance/en', null]);
    expect(await asked('\u00e9, <script>')).toEqual([303, '/guidance/en', null]);
  });

  it.each([
    '/guidance/en/gone',
    '/guidance/en/contents',
    '/guidance/en/__proto__',
    '/guidance/en/constructor',
    '/guidance/en/what.en.md',
    '/guidance/en/What',
    '/guidance/en/what%00',
    '/guidance/en/..%2f..%2f.env',
    '/guidance/en/..%5C..%5C.env',
    '/guidance/en/%2e%2e%2f%2e%2e%2fpackage.json',
    '/guidance/en/what/more',
    '/guidance/en//what',
    '/guidance/fr',
    '/guidance/fr/what',
    '/guidance/EN',
    `/guidance/en/${'x'.repeat(4_000)}`,
  ])('says in both languages that there is nothing at %s, and no word of what was asked', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    for (const language of languages) {
      expect(body).toContain(translate(language, 'public.goneTitle'));
      expect(body).toContain(`href="/guidance/${language}"`);
    }
    for (const part of ['.env', 'package.json', 'what.en.md', 'xxxx', '__proto__']) expect(body).not.toContain(part);
  });

  it.each(['/guidance/en/../../.env', '/guidance/%zz', '/guidance/en/%zz', '/guidance/en/%c0%ae'])(
    'has nothing at %s as it is sent, and the server stands',
    async (path) => {
      const answer = await rawRequest(port(), `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /u);
      expect(answer).not.toContain('BOT_APP');
      expect((await get('/guidance/en')).status).toBe(200);
    },
  );

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('takes nothing by %s', async (method) => {
    expect((await get('/guidance/en/what', { method })).status).toBe(405);
  });

  it('answers a thousand readers, writes down none of them, and shows each the same', async () => {
    const lines = bot.log.length;
    const canary = newCanary();
    const bodies = new Set<string>();
    for (let round = 0; round < 40; round += 1) {
      const answers = await Promise.all(
        Array.from({ length: 25 }, (_, at) =>
          get(`/guidance/en/what?from=${canary}${round}-${at}`, {
            headers: { cookie: `id=${canary}`, referer: `https://example.org/${canary}`, 'user-agent': canary },
          }),
        ),
      );
      for (const { status, body, headers } of answers) {
        expect(status).toBe(200);
        expect(headers.get('set-cookie')).toBeNull();
        bodies.add(body);
      }
    }
    await get(`/guidance/en/${canary}`);
    expect(bodies.size).toBe(1);
    expect([...bodies].join('')).not.toContain(canary);
    expect(bot.log.slice(lines)).toEqual([]);
  });
});
