import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { appManifest, manifestLocalisation, appPackageFileNames } from './app-manifest.ts';
import type { PackageSettings } from './package-settings.ts';

/** The earliest time a zip can hold, in local time, which zip writes: the same in any zone. */
const archiveTime = new Date(1980, 0, 1);

const encodeJson = (value: object): Uint8Array => strToU8(`${JSON.stringify(value, null, 2)}\n`);

const readIcon = (name: string): Uint8Array => readFileSync(new URL(`icons/${name}`, import.meta.url));

/** A zip. The same settings give the same bytes on every machine and at any time. */
export function buildAppPackage(settings: PackageSettings): Uint8Array {
  const files = {
    [appPackageFileNames.manifest]: encodeJson(appManifest(settings)),
    [appPackageFileNames.english]: encodeJson(manifestLocalisation('en', settings)),
    [appPackageFileNames.welsh]: encodeJson(manifestLocalisation('cy', settings)),
    [appPackageFileNames.colorIcon]: readIcon('color.png'),
    [appPackageFileNames.outlineIcon]: readIcon('outline.png'),
  };
  return zipSync(files, { level: 9, mtime: archiveTime });
}
