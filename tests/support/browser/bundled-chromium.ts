import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const packageFolder = dirname(dirname(require.resolve('@sparticuz/chromium')));
const cache = join(import.meta.dirname, '..', '..', '..', 'node_modules', '.cache', 'candour-browser');
const script = join(import.meta.dirname, 'unpack-archives.ts');

/**
 * The folder that holds `fonts/` and its `fonts.conf`: beside whatever the machine has, Open Sans in the place of
 * Teams' Segoe UI. Unpacked once, and found from wherever the folder is moved to.
 */
export const bundledFonts = (): Promise<string> =>
  unpackOnce('fonts', ['fonts.tar.br'], (folder) =>
    writeFile(
      join(folder, 'fonts.conf'),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir>
<alias binding="same"><family>Segoe UI</family><prefer><family>Open Sans</family></prefer></alias></fontconfig>`,
    ),
  );

/** The Chromium that comes with the packages, with NSS and expat for machines that lack them. Linux x64 only. */
export async function bundledChromium(): Promise<{ readonly executable: string; readonly libraries: string }> {
  const folder = await unpackOnce('chromium', ['chromium.br', 'al2023.tar.br']);
  return { executable: join(folder, 'chromium'), libraries: join(folder, 'al2023', 'lib') };
}

/** Unpacked beside its place and then renamed, so that several test processes never see half a browser. */
async function unpackOnce(
  name: string,
  archives: readonly string[],
  finish?: (folder: string) => Promise<void>,
): Promise<string> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')));
  const final = join(cache, `${name}-${version}`);
  if (existsSync(final)) return final;
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'unpacking-'));
  try {
    await run(
      process.execPath,
      ['--no-warnings', script, ...archives.map((file) => join(packageFolder, 'bin', file))],
      {
        env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder },
      },
    );
    await finish?.(folder);
    await rename(folder, final).catch((error: unknown) => {
      if (!existsSync(final)) throw error;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return final;
}
