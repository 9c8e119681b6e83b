/**
 * The files that modules of the server and the commands read beside themselves while they run, by these modules: folders
 * and files of the project, which the artefact has at the same places. A build fails with a module that asks for its
 * place and is not named here.
 */
export const readAtRunTime: Readonly<Record<string, readonly string[]>> = {
  // It starts a program beside itself, which is bundled: see `startedAtRunTime`.
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

/** The programs that a module of the server starts in a thread, by the names under which they are bundled. */
export const startedAtRunTime: Readonly<Record<string, string>> = { 'text-worker': 'bot/content/text-worker.mjs' };

/** The packages of which a file is read so, and none is bundled. */
export const packagesOfFiles: readonly string[] = ['node_modules/dejavu-fonts-ttf'];
