import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { appManifest, manifestLocalisation } from '../../manifest/app-manifest.ts';
import { buildAppPackage } from '../../manifest/app-package.ts';
import { loadPackageSettings } from '../../manifest/package-settings.ts';
import { readPng } from '../support/manifest/read-png.ts';
import { forceSettings } from '../support/manifest/force-settings.ts';

const settings = loadPackageSettings(forceSettings);
const files = unzipSync(buildAppPackage(settings));
const file = (name: string): Uint8Array => files[name] ?? new Uint8Array();
const parsed = (name: string): unknown => JSON.parse(strFromU8(file(name)));

describe('appPackage', () => {
  it('holds the manifest, both languages and both icons at its root, and nothing else', () => {
    expect(Object.keys(files)).toEqual(['manifest.json', 'en-gb.json', 'cy-gb.json', 'color.png', 'outline.png']);
    expect(parsed('manifest.json')).toEqual(appManifest(settings));
    expect(parsed('en-gb.json')).toEqual(manifestLocalisation('en', settings));
    expect(parsed('cy-gb.json')).toEqual(manifestLocalisation('cy', settings));
  });

  it('holds each file that the manifest names', () => {
    const { icons, localizationInfo } = appManifest(settings);
    const languages = localizationInfo?.additionalLanguages ?? [];
    const named = [
      icons.color,
      icons.outline,
      localizationInfo?.defaultLanguageFile,
      ...languages.map((one) => one.file),
    ];
    expect(named.filter((name) => name === undefined || !(name in files))).toEqual([]);
  });

  it('holds icons of the sizes that Teams asks for', () => {
    expect(readPng(file('color.png')).side).toBe(192);
    expect(readPng(file('outline.png')).side).toBe(32);
  });

  it('is the same, byte for byte, each time', () => {
    expect(Buffer.from(buildAppPackage(settings)).equals(buildAppPackage(loadPackageSettings(forceSettings)))).toBe(
      true,
    );
  });
});
