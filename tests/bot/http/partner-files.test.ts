import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningBot, startBot } from '../../support/journeys/running-bot.ts';

let on: RunningBot;
let off: RunningBot;
beforeAll(async () => {
  const environment = { PARTNERS: 'yes', PUBLIC_HOST: 'candour.example.org' };
  [on, off] = await Promise.all([startBot({ entryPoint: 'dialog', environment }), startBot({ entryPoint: 'dialog' })]);
});
afterAll(() => Promise.all([on.stop(), off.stop()]));

const get = (bot: RunningBot, path: string) => fetch(new URL(path, bot.endpoint()));

describe("the partners' page", () => {
  it.each(['/partners', '/partners/'])('is handed out at %s, kept by nobody and framed by nobody', async (path) => {
    const answer = await get(on, path);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('/partners/assets/');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none';/u);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/https?:|unsafe|\*/u);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('permissions-policy')).toContain('geolocation=()');
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('hands out its own files and none of the tab', async () => {
    const page = await (await get(on, '/partners/')).text();
    const files = [...page.matchAll(/\/partners\/assets\/[\w.-]+/gu)].map(([path]) => path);
    expect(files.length).toBeGreaterThan(1);
    for (const path of new Set(files)) {
      const answer = await get(on, path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(answer.headers.get('cache-control')).toMatch(/^private, /u);
      expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      await answer.arrayBuffer();
    }
    const tab = await (await get(on, '/tab')).text();
    const ofTab = /\/tab\/assets\/([\w.-]+)/u.exec(tab)?.[1] ?? '';
    expect((await get(on, `/partners/assets/${ofTab}`)).status).toBe(404);
  });

  it('is not there where a force has no partners', async () => {
    for (const path of ['/partners', '/partners/', '/partners/assets/index.js']) {
      const { status, headers } = await get(off, path);
      // By these `npm run page -- verify` knows that there is no page, and not another one.
      expect([status, headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([
        404,
        'application/json',
        'nosniff',
      ]);
    }
  });
});
