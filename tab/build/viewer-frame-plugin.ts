import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { viewerFile, renderViewerPage } from '../../contract/viewer-page.ts';
import { nodeCryptoShim } from './vite-config.ts';

const folder = join(import.meta.dirname, '../file-viewer/frame');

async function buildFrameScript(collectPackages: () => Plugin): Promise<string> {
  const built = await build({
    configFile: false,
    root: folder,
    envDir: false,
    logLevel: 'warn',
    plugins: [collectPackages()],
    css: { postcss: {} },
    resolve: { alias: { 'node:crypto': nodeCryptoShim } },
    build: {
      write: false,
      target: 'es2023',
      sourcemap: false,
      modulePreload: false,
      rolldownOptions: {
        checks: { bundlerTimings: false },
        input: join(folder, 'viewer-frame.ts'),
        output: { format: 'iife' },
      },
    },
  });
  const [bundle, ...others] = Array.isArray(built) ? built : [built];
  const files = bundle !== undefined && 'output' in bundle ? bundle.output : [];
  const [script] = files;
  if (others.length > 0 || files.length !== 1 || script?.type !== 'chunk')
    throw new Error('the frame is not one script');
  return script.code;
}

/** Emits the file viewer's frame as one file: it may make no request, not even to its own server. */
export const emitViewerFrame = (collectPackages: () => Plugin): Plugin => ({
  name: 'candour-viewer',
  async generateBundle() {
    const style = await readFile(join(folder, 'viewer-frame.css'), 'utf8');
    this.emitFile({
      type: 'asset',
      fileName: viewerFile,
      source: renderViewerPage(await buildFrameScript(collectPackages), style),
    });
  },
});
