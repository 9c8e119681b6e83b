import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { bundledChromium, bundledFonts } from './bundled-chromium.ts';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The same picture on every machine.
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];

/**
 * A headless Chromium: the machine's own where one starts, else the one in the packages, which needs no install step.
 * Close it after use. Throws what the last one that was tried threw.
 */
export async function launchChromium(): Promise<Browser> {
  const fonts = { FONTCONFIG_PATH: await bundledFonts() };
  const found = installed.find((path) => existsSync(path));
  // A browser that is there but does not start (a snap's stub in a container) is no reason to give up.
  const own = found === undefined ? undefined : await start(found, fonts).catch(() => undefined);
  if (own !== undefined) return own;
  const { executable, libraries } = await bundledChromium();
  // The machine's own libraries first: the bundled ones are for where there are none.
  return start(executable, fonts).catch(() => start(executable, { ...fonts, LD_LIBRARY_PATH: libraries }));
}

const start = (executablePath: string, extra: Readonly<Record<string, string>>): Promise<Browser> =>
  chromium.launch({ executablePath, args: quiet, env: { ...process.env, ...extra } });
