import type { Browser, Page } from 'playwright-core';
import { testTimeoutMs } from '../timeout.ts';

export interface LoopbackPage {
  readonly page: Page;
  /** What the page said in its console as an error, and what it threw. A test expects it empty. */
  readonly errors: readonly string[];
  /** The hosts that the page asked for and did not get, each once. */
  readonly refusedHosts: ReadonlySet<string>;
}

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** A new page, `width` by `height` pixels, that reaches this machine and nothing else. */
export async function newPage(
  browser: Browser,
  size: { readonly width: number; readonly height: number; readonly scale?: number },
): Promise<LoopbackPage> {
  const context = await browser.newContext({
    viewport: { width: size.width, height: size.height },
    deviceScaleFactor: size.scale ?? 1,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  const errors: string[] = [];
  const refusedHosts = new Set<string>();
  await context.route(
    (url) => !loopback.has(url.hostname),
    (route) => {
      refusedHosts.add(new URL(route.request().url()).hostname);
      return route.abort('blockedbyclient');
    },
  );
  await context.routeWebSocket(
    (url) => !loopback.has(url.hostname),
    (socket) => {
      refusedHosts.add(new URL(socket.url()).hostname);
      return socket.close();
    },
  );
  const page = await context.newPage();
  page.setDefaultTimeout(testTimeoutMs);
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // Chromium itself says that a request was blocked: that is our own doing.
    if (message.type() === 'error' && !message.text().includes('net::ERR_BLOCKED_BY_CLIENT'))
      errors.push(message.text());
  });
  return { page, errors, refusedHosts };
}
