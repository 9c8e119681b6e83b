import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { launchChromium } from '../support/browser/chromium.ts';
import { newPage } from '../support/browser/loopback-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

describe('the browser for tests', () => {
  it('starts without an install step and draws Welsh letters', async () => {
    const { page, errors } = await newPage(browser, { width: 400, height: 200 });
    await page.setContent('<p lang="cy">ŵ ŷ â ê î ô û</p>');
    expect(await page.getByText('ŵ ŷ').count()).toBe(1);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('reaches this machine and nothing else', async () => {
    const server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(request.url === '/' ? '<p>here</p><img src="https://example.com/a.png" alt="">' : '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = z.object({ port: z.number() }).parse(server.address());
    const { page, errors, refusedHosts } = await newPage(browser, { width: 400, height: 200 });
    await page.goto(`http://127.0.0.1:${port}/`);
    expect(await page.getByText('here').count()).toBe(1);
    await expect(page.goto('http://example.org/')).rejects.toThrow('ERR_BLOCKED_BY_CLIENT');
    expect([...refusedHosts].sort()).toEqual(['example.com', 'example.org']);
    expect(errors).toEqual([]);
    await page.context().close();
    server.close();
  });

  it('records what a page throws and what it calls an error', async () => {
    const { page, errors } = await newPage(browser, { width: 400, height: 200 });
    await page.setContent('<script>console.error("said"); setTimeout(() => { throw new Error("thrown"); });</script>');
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    expect([...errors].sort()).toEqual(['said', 'thrown']);
    await page.context().close();
  });
});
