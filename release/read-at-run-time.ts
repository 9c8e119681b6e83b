/**
 * The files that modules read beside themselves at run time, by module. The artefact has them at the same paths. A
 * build fails if a module asks for its place and is not named here.
 */
export const readAtRunTime: Readonly<Record<string, readonly string[]>> = {
  // It starts a bundled program beside itself: see `startedAtRunTime`.
  'bot/content/read-texts.ts': [],
  'bot/http/tab-files.ts': ['dist/tab', 'dist/partners'],
  'bot/running/pdf-fonts.ts': [
    'node_modules/dejavu-fonts-ttf/package.json',
    'node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
    'node_modules/dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
  ],
  // The artefact has a list of libraries of its own, which is empty.
  'bot/settings/expect-installed.mjs': [],
  'guidance/node/built-in-items.ts': ['guidance/campaign'],
  'guidance/node/built-in-packs.ts': ['guidance/packs'],
  'guidance/node/built-in-topics.ts': ['guidance/topics'],
  'manifest/app-package.ts': ['manifest/icons'],
};

/** Programs that the server starts in a thread, by the names under which they are bundled. */
export const startedAtRunTime: Readonly<Record<string, string>> = { 'text-worker': 'bot/content/text-worker.mjs' };

/** Packages that only files are read of, and that are not bundled. */
export const packagesOfFiles: readonly string[] = ['node_modules/dejavu-fonts-ttf'];
