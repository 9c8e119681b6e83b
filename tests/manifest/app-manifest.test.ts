import { describe, expect, it } from '@jest/globals';
import { reportEntity } from '../../bot/config/page-links.ts';
import { appManifest, manifestLocalisation, staticTabs } from '../../manifest/app-manifest.ts';
import { loadPackageSettings } from '../../manifest/package-settings.ts';
import { pageWords } from '../../tab/app/pages.ts';
import { localisablePaths, schemaProblems, textsByPath } from '../support/manifest/microsoft-schema.ts';
import { forceSettings } from '../support/manifest/force-settings.ts';

const force = loadPackageSettings(forceSettings);
const unnamed = loadPackageSettings({ CANDOUR_ENVIRONMENT: 'development' });
const longest = loadPackageSettings({
  ...forceSettings,
  DEVELOPER_NAME: 'D'.repeat(32),
  FORCE_NAME_EN: 'F'.repeat(80),
  FORCE_NAME_CY: 'H'.repeat(80),
});
const everySettings = { force, unnamed, longest };

describe.each(Object.entries(everySettings))('the manifest with %s settings', (_, settings) => {
  it("is valid by Microsoft's schema", () => {
    expect(schemaProblems('MicrosoftTeams.schema.json', appManifest(settings))).toEqual([]);
  });

  it.each(['en', 'cy'] as const)("has a localisation file in %s that is valid by Microsoft's schema", (language) => {
    const file = manifestLocalisation(language, settings);
    expect(schemaProblems('MicrosoftTeams.Localization.schema.json', file)).toEqual([]);
  });

  it('says every text that Teams can show in another language again in each, and nothing that is not there', () => {
    const manifestTexts = textsByPath(appManifest(settings));
    const wanted = localisablePaths([...manifestTexts.keys()]);
    expect(wanted.length).toBeGreaterThan(10);
    for (const language of ['en', 'cy'] as const) {
      const { $schema: _schema, ...texts } = manifestLocalisation(language, settings);
      expect(Object.keys(texts).sort()).toEqual([...wanted].sort());
    }
  });

  it('has the same English in the manifest and in its English file', () => {
    const manifestTexts = textsByPath(appManifest(settings));
    const { $schema: _schema, ...texts } = manifestLocalisation('en', settings);
    expect(Object.entries(texts).filter(([path, text]) => manifestTexts.get(path) !== text)).toEqual([]);
  });

  it.each(['en', 'cy'] as const)(
    'keeps the names and the short description within what Teams shows, in %s',
    (language) => {
      const texts = manifestLocalisation(language, settings);
      expect(texts['name.short']?.length).toBeLessThanOrEqual(30);
      expect(texts['name.full']?.length).toBeLessThanOrEqual(100);
      expect(texts['description.short']?.length).toBeLessThanOrEqual(80);
    },
  );
});

describe('the manifest', () => {
  const manifest = appManifest(force);
  const [bot] = manifest.bots ?? [];

  it('is refused by the same check once it is wrong', () => {
    const wrong = { ...manifest, name: { short: 'C'.repeat(31) }, surplus: true };
    const problems = schemaProblems('MicrosoftTeams.schema.json', wrong);
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['', '/name/short']);
  });

  it('offers the bot to a person and to a team, without files', () => {
    expect(bot).toMatchObject({ botId: force.botId, scopes: ['personal', 'team'], supportsFiles: false });
    expect(manifest.supportsChannelFeatures).toBe('tier1');
  });

  it('asks for no permission, and opens no domain but the host', () => {
    const asked = Object.keys(manifest).filter((key) => /permission|authorization/i.test(key));
    expect(asked).toEqual([]);
    expect(manifest.validDomains).toEqual(['candour.example.org']);
  });

  it('signs people in to the tab by the registration that is named, else by the bot’s own', () => {
    expect(manifest.webApplicationInfo).toEqual({
      id: force.botId,
      resource: `api://candour.example.org/${force.botId}`,
    });
    const id = '0a0b0c0d-1111-4222-8333-444455556666';
    const other = appManifest(loadPackageSettings({ ...forceSettings, TAB_CLIENT_ID: id.toUpperCase() }));
    expect(other.webApplicationInfo).toEqual({ id, resource: `api://candour.example.org/${id}` });
  });

  it('has the page for reporting for a person, the cases for a person and in a channel, and summaries in a channel', () => {
    expect(manifest.staticTabs).toEqual([
      {
        entityId: 'report',
        name: 'Report a concern',
        contentUrl: 'https://candour.example.org/tab/?page=report',
        scopes: ['personal'],
        context: ['personalTab'],
      },
      {
        entityId: 'cases',
        name: 'Cases',
        contentUrl: 'https://candour.example.org/tab/?page=today',
        scopes: ['personal', 'team'],
        context: ['personalTab', 'channelTab'],
      },
      {
        entityId: 'summaries',
        name: 'Summaries',
        contentUrl: 'https://candour.example.org/tab/?page=summaries',
        scopes: ['team'],
        context: ['channelTab'],
      },
    ]);
  });

  it('has the tab that the bot’s first card leads to, and names pages that the tab knows', () => {
    expect(manifest.staticTabs?.map(({ entityId }) => entityId)).toContain(reportEntity);
    const known = Object.keys(pageWords);
    expect(staticTabs.map(({ page }) => page).filter((page) => !known.includes(page))).toEqual([]);
  });

  it('names the force in both languages', () => {
    expect(manifest.name.full).toBe('Candour for Example Police');
    expect(manifestLocalisation('cy', force)['name.full']).toBe('Candour ar gyfer Heddlu Enghraifft');
  });

  it('is in Welsh throughout: only the short name is the same in both languages', () => {
    const english = manifestLocalisation('en', force);
    const same = Object.entries(manifestLocalisation('cy', force)).filter(([path, text]) => english[path] === text);
    expect(same.map(([path]) => path)).toEqual(['$schema', 'name.short']);
  });

  it('does not raise its voice', () => {
    const texts = (['en', 'cy'] as const).flatMap((language) => Object.values(manifestLocalisation(language, force)));
    expect(texts.filter((text) => text.includes('!'))).toEqual([]);
  });
});
